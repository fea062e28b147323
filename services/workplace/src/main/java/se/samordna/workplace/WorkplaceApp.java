package se.samordna.workplace;

import java.net.http.HttpClient;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import se.samordna.access.ApiAccess;
import se.samordna.kit.privacy.Pseudonymizer;
import se.samordna.kit.web.ActionIntake;
import se.samordna.kit.web.KitSettings;
import se.samordna.kit.web.MeasurementIntake;

/**
 * The workplace: pages for people, one port for every API. Configuration name {@code workplace}. What people say of
 * alerts and what municipalities measure is taken in here, since the apps that read it only answer questions.
 */
@SpringBootApplication
@EnableConfigurationProperties(WorkplaceSettings.class)
@Import({ActionIntake.class, MeasurementIntake.class, ApiAccess.class})
public class WorkplaceApp {

    /** Starts the workplace by itself. */
    public static void main(String[] args) {
        app().run(args);
    }

    /** The app, ready to run beside others in one virtual machine. */
    public static SpringApplicationBuilder app() {
        return new SpringApplicationBuilder(WorkplaceApp.class).properties("spring.config.name=workplace");
    }

    /** One client for all behind this port. Redirects are never followed: the targets are fixed. */
    @Bean(destroyMethod = "shutdownNow")
    HttpClient client(WorkplaceSettings settings) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connect())
                .executor(Thread::startVirtualThread)
                .build();
    }

    /** The same key as every service's, so that a number searched for here is the child they told of. */
    @Bean
    Pseudonymizer pseudonymizer(KitSettings settings) {
        return Pseudonymizer.with(settings.pseudonymKey());
    }
}
