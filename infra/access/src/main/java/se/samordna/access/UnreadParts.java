package se.samordna.access;

import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.AbstractHandlerExceptionResolver;

/**
 * A request that is none is answered in the words of {@link UnreadRequests}, one whose parameters are none as {@link
 * UnreadParameters} has it, and of neither is a word logged. {@link AccessParts} and {@link ApiAccess} bring it; an app that
 * has neither takes it by {@code @Import}.
 */
@Configuration(proxyBeanMethods = false)
public class UnreadParts {

    // After what every answer has (its headers, its line in the log), before anybody is asked for.
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 15;

    private final UnreadParameters parameters = new UnreadParameters();

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> unreadRequests() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(UnreadRequests.class.getName());
            }
        });
    }

    @Bean
    FilterRegistrationBean<UnreadParameters> unreadParameters() {
        var filter = new FilterRegistrationBean<>(parameters);
        filter.setOrder(ORDER);
        return filter;
    }

    @Bean
    WebMvcConfigurer unreadInHandlers() {
        return new WebMvcConfigurer() {
            @Override
            public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                resolvers.addFirst(parameters);
                // A resolver that warns does so with the words of the exception, and those quote the request.
                resolvers.forEach(resolver -> {
                    if (resolver instanceof AbstractHandlerExceptionResolver warning) {
                        warning.setWarnLogCategory("");
                    }
                });
            }
        };
    }
}
