package se.samordna.police;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import se.samordna.kit.web.AgencyIntake;

/** The police's intake. Configuration name {@code police}. */
@SpringBootApplication
@Import(AgencyIntake.class)
public class PoliceApp {

    /** Starts it by itself. */
    public static void main(String[] args) {
        app().run(args);
    }

    /** The app, ready to run beside others in one virtual machine. */
    public static SpringApplicationBuilder app() {
        return AgencyIntake.app(PoliceApp.class, "police");
    }
}
