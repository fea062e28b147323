package se.samordna.socialservices;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import se.samordna.kit.web.AgencyIntake;

/** The social services' intake. Configuration name {@code social-services}. */
@SpringBootApplication
@Import(AgencyIntake.class)
public class SocialServicesApp {

    /** Starts it by itself. */
    public static void main(String[] args) {
        app().run(args);
    }

    /** The app, ready to run beside others in one virtual machine. */
    public static SpringApplicationBuilder app() {
        return AgencyIntake.app(SocialServicesApp.class, "social-services");
    }
}
