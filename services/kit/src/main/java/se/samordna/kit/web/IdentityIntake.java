package se.samordna.kit.web;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import se.samordna.kit.intake.IdentityReader;
import se.samordna.kit.privacy.IdentitySealer;
import se.samordna.kit.privacy.Pseudonymizer;
import se.samordna.kit.publish.EventPublisher;

/** Who an agency's children are, in over HTTP: sealed with the vault's public key, which is all of it that is needed. */
@Configuration(proxyBeanMethods = false)
@Import({IdentityController.class, IdentityDocument.class})
class IdentityIntake {

    @Bean
    IdentityDesk identityDesk(
            KitSettings settings,
            AgencySettings whose,
            EventPublisher publisher,
            @Qualifier("intakeClock") Clock clock) {
        return new IdentityDesk(
                new IdentityReader(Pseudonymizer.with(settings.pseudonymKey())),
                IdentitySealer.with(settings.vaultKeys()),
                publisher,
                whose.agency(),
                clock);
    }
}
