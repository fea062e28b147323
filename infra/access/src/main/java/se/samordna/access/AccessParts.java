package se.samordna.access;

import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/**
 * Nobody is answered before it is known who asks. For apps that have APIs alone; one with pages, too, takes {@link
 * ApiAccess}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
@Import(UnreadParts.class)
public class AccessParts {

    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

    @Bean
    FilterRegistrationBean<CallerFilter> callers(AccessSettings settings) {
        return registered(settings, "/*");
    }

    static FilterRegistrationBean<CallerFilter> registered(AccessSettings settings, String paths) {
        AccessSettings.SignIn signIn = settings.signIn();
        Optional<Tokens> tokens = signIn.issuer().map(issuer -> new Tokens(issuer, signIn.keys(), signIn.audience()));
        var filter = new FilterRegistrationBean<>(new CallerFilter(tokens, settings.auth()));
        filter.addUrlPatterns(paths);
        filter.setOrder(ORDER);
        return filter;
    }
}
