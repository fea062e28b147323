package se.samordna.kit.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import se.samordna.kit.intake.EventReader;
import se.samordna.kit.known.CoordinationQueries;
import se.samordna.kit.known.RecentEvents;
import se.samordna.kit.known.StoredEvents;
import se.samordna.kit.privacy.Pseudonymizer;
import se.samordna.kit.publish.EventPublisher;
import se.samordna.kit.publish.KafkaEventPublisher;
import se.samordna.kit.publish.WireBytes;

/** The parts that every kind of intake is made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KitSettings.class)
class IntakeParts {

    private static final int RECENT = 100_000;

    /** Named, and no candidate elsewhere: a host may have a clock of its own. */
    @Bean(defaultCandidate = false)
    Clock intakeClock() {
        return Clock.systemUTC();
    }

    @Bean
    EventReader eventReader(KitSettings settings) {
        return new EventReader(Pseudonymizer.with(settings.pseudonymKey()));
    }

    @Bean
    EventPublisher eventPublisher(KitSettings settings, Environment environment) {
        String name = environment.getProperty("spring.application.name", "intake") + "-" + settings.instance();
        return new KafkaEventPublisher(settings.bootstrap(), new WireBytes(settings.registry()), name);
    }

    @Bean
    StoredEvents storedEvents(KitSettings settings) {
        return new CoordinationQueries(settings.coordination());
    }

    @Bean
    RecentEvents recentEvents() {
        return new RecentEvents(RECENT);
    }

    @Bean
    IntakeDesk intakeDesk(
            EventReader reader,
            EventPublisher publisher,
            RecentEvents recent,
            StoredEvents stored,
            MeterRegistry meters) {
        return new IntakeDesk(reader, publisher, new Conflicts(recent, stored), new IntakeMeters(meters));
    }

    @Bean
    Exchange exchange(IntakeDesk desk) {
        return new Exchange(desk);
    }

    @Bean
    BrokerHealth broker(KitSettings settings) {
        return new BrokerHealth(settings.bootstrap());
    }

    @Bean
    RegistryHealth registry(KitSettings settings) {
        return new RegistryHealth(settings.registry());
    }
}
