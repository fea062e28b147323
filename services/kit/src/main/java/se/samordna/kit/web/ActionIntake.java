package se.samordna.kit.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Coordinators' actions in over HTTP, hosted by whoever imports this; the host decides who may send. */
@Configuration(proxyBeanMethods = false)
@Import({IntakeParts.class, ActionController.class})
public class ActionIntake {

    @Bean
    FilterRegistrationBean<AccessLog> actionAccessLog() {
        var filter = new FilterRegistrationBean<>(new AccessLog());
        filter.setName("actionAccessLog");
        filter.addUrlPatterns(ActionController.PATH);
        return filter;
    }
}
