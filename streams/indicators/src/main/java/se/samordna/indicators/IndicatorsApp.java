package se.samordna.indicators;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import se.samordna.access.AccessParts;
import se.samordna.streams.web.ProblemAdvice;

/** Figures per plan area: the Streams application {@code indicators} and its look-ups. Configuration name {@code indicators}. */
@SpringBootApplication
@EnableConfigurationProperties(IndicatorsSettings.class)
@Import({ProblemAdvice.class, AccessParts.class})
public class IndicatorsApp {

    /** Starts it by itself. */
    public static void main(String[] args) {
        app().run(args);
    }

    /** The app, ready to run beside others in one virtual machine. */
    public static SpringApplicationBuilder app() {
        return new SpringApplicationBuilder(IndicatorsApp.class).properties("spring.config.name=indicators");
    }
}
