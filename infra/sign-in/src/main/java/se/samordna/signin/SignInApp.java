package se.samordna.signin;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import se.samordna.access.UnreadParts;

/** The demonstration sign-in. Configuration name {@code sign-in}. */
@SpringBootApplication
@EnableConfigurationProperties(SignInSettings.class)
@Import(UnreadParts.class)
public class SignInApp {

    /** Starts it by itself. */
    public static void main(String[] args) {
        app().run(args);
    }

    /** The app, ready to run beside others in one virtual machine. */
    public static SpringApplicationBuilder app() {
        return new SpringApplicationBuilder(SignInApp.class).properties("spring.config.name=sign-in");
    }
}
