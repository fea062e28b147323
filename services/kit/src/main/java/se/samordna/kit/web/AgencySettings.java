package se.samordna.kit.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import se.samordna.events.Agency;

/**
 * Whose service this is.
 *
 * @param agency the one sender of all that comes in
 * @param path the word for it in the paths: social-services, schools, region, police
 */
@ConfigurationProperties("samordna")
record AgencySettings(Agency agency, String path) {

    AgencySettings {
        if (agency == Agency.UNKNOWN) {
            throw new IllegalArgumentException("samordna.agency must be one of the four");
        }
    }
}
