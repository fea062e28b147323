package se.samordna.schools;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import se.samordna.kit.web.AgencyIntake;

/** The schools' intake. Configuration name {@code schools}. */
@SpringBootApplication
@Import(AgencyIntake.class)
public class SchoolsApp {

    /** Starts it by itself. */
    public static void main(String[] args) {
        app().run(args);
    }

    /** The app, ready to run beside others in one virtual machine. */
    public static SpringApplicationBuilder app() {
        return AgencyIntake.app(SchoolsApp.class, "schools");
    }
}
