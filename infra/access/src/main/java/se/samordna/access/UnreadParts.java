package se.samordna.access;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A request that is none is answered in the words of {@link UnreadRequests}. {@link AccessParts} and {@link ApiAccess} bring it;
 * an app that has neither takes it by {@code @Import}.
 */
@Configuration(proxyBeanMethods = false)
public class UnreadParts {

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> unreadRequests() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(UnreadRequests.class.getName());
            }
        });
    }
}
