package se.samordna.coordination;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import se.samordna.access.AccessParts;
import se.samordna.rules.Decide;
import se.samordna.rules.Explain;
import se.samordna.rules.Rules;
import se.samordna.streams.web.ProblemAdvice;

/** Alerts per child: the Streams application {@code coordination} and its look-ups. Configuration name {@code coordination}. */
@SpringBootApplication
@EnableConfigurationProperties(CoordinationSettings.class)
@Import({ProblemAdvice.class, AccessParts.class})
public class CoordinationApp {

    /** Starts it by itself. */
    public static void main(String[] args) {
        app().run(args);
    }

    /** The app, ready to run beside others in one virtual machine. */
    public static SpringApplicationBuilder app() {
        return new SpringApplicationBuilder(CoordinationApp.class).properties("spring.config.name=coordination");
    }

    @Bean
    Rules rules(CoordinationSettings settings) {
        return settings.rulesInForce();
    }

    @Bean
    Decide decide(Rules rules, CoordinationSettings settings) {
        return new Decide(rules, settings.coordination().alertNamespace());
    }

    @Bean
    Explain explain(Rules rules, CoordinationSettings settings) {
        return new Explain(rules, settings.coordination().alertNamespace());
    }

    /** For the access log alone: what is decided knows the platform's clock only. */
    @Bean
    Clock wallClock() {
        return Clock.systemUTC();
    }
}
