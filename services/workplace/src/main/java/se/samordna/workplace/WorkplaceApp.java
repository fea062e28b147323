package se.samordna.workplace;

import java.net.http.HttpClient;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The workplace: pages for people, one port for every API. Configuration name {@code workplace}. */
@SpringBootApplication
@EnableConfigurationProperties(WorkplaceSettings.class)
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
}
