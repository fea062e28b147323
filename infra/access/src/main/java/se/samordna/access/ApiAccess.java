package se.samordna.access;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** As {@link AccessParts}, on the paths under {@code /api} alone: pages have a sign-in of their own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
@Import(UnreadParts.class)
public class ApiAccess {

    @Bean
    FilterRegistrationBean<CallerFilter> callers(AccessSettings settings) {
        return AccessParts.registered(settings, "/api/*");
    }
}
