package se.samordna.kit.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Municipalities' figures in over HTTP, hosted by whoever imports this; the host decides who may send. */
@Configuration(proxyBeanMethods = false)
@Import({IntakeParts.class, MeasurementController.class})
public class MeasurementIntake {

    @Bean
    FilterRegistrationBean<AccessLog> measurementAccessLog() {
        var filter = new FilterRegistrationBean<>(new AccessLog());
        filter.setName("measurementAccessLog");
        filter.addUrlPatterns(MeasurementController.PATH);
        return filter;
    }
}
