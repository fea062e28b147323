package se.samordna.region;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import se.samordna.kit.web.AgencyIntake;

/** The region's intake, child psychiatry (BUP) among it. Configuration name {@code region-bup}. */
@SpringBootApplication
@Import(AgencyIntake.class)
public class RegionApp {

    /** Starts it by itself. */
    public static void main(String[] args) {
        app().run(args);
    }

    /** The app, ready to run beside others in one virtual machine. */
    public static SpringApplicationBuilder app() {
        return AgencyIntake.app(RegionApp.class, "region-bup");
    }
}
