package se.samordna.kit.web;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import se.samordna.access.AccessParts;
import se.samordna.kit.known.RecentEvents;
import se.samordna.kit.known.StoredEvents;

/** Everything an agency's service is, but its name: events in over HTTP, into the agency's topic. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AgencySettings.class)
@Import({
    IntakeParts.class,
    AccessParts.class,
    EventController.class,
    IdentityIntake.class,
    ProblemAdvice.class,
    EventDocument.class
})
public class AgencyIntake {

    /**
     * An agency's app, ready to run by itself or beside others in one virtual machine.
     *
     * @param app the class that imports this
     * @param name the name of its configuration, {@code <name>.yml}
     */
    public static SpringApplicationBuilder app(Class<?> app, String name) {
        return new SpringApplicationBuilder(app).properties("spring.config.name=" + name);
    }

    @Bean
    EventStates eventStates(RecentEvents recent, StoredEvents stored) {
        return new EventStates(recent, stored);
    }

    @Bean
    FilterRegistrationBean<AccessLog> accessLog() {
        var filter = new FilterRegistrationBean<>(new AccessLog());
        filter.addUrlPatterns("/api/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }
}
