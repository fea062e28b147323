package se.samordna.workplace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import se.samordna.signin.SignInApp;

/** The demonstration sign-in itself, with people of every role; one for all tests of a run. */
final class SignInHere {
    /** Sees all of the country, so that a test of a page may be of any municipality. */
    static final String COORDINATOR = "5a3e0000-0000-4000-8000-000000000100";

    /** A coordinator of Östersund. */
    static final String KARIN = "5a3e0000-0000-4000-8000-000000000101";

    /** A contact person at the schools of Östersund. */
    static final String SCHOOL = "5a3e0000-0000-4000-8000-000000000103";

    /** A contact person of child psychiatry, in all of Jämtland. */
    static final String REGION = "5a3e0000-0000-4000-8000-000000000108";

    /** A contact person at the police. */
    static final String POLICE = "5a3e0000-0000-4000-8000-000000000109";

    static final String SECRET = "said-in-tests-alone";

    private static final int PORT = free();
    /** Where the workplace that all tests share will be. */
    static final int WORKPLACE_PORT = free();

    static final URI ISSUER = URI.create("http://127.0.0.1:" + PORT);

    private static final ConfigurableApplicationContext APP = start(PORT, WORKPLACE_PORT);

    private SignInHere() {}

    /** It is up once this class is; settings of a workplace that sends people here. */
    static String[] settings() {
        if (!APP.isRunning()) {
            throw new IllegalStateException("the sign-in is gone");
        }
        return new String[] {"samordna.sign-in.issuer=" + ISSUER, "samordna.sign-in.secret=" + SECRET};
    }

    /** One at that port, for a workplace at the other, with settings of its own as {@code name=value}. */
    static ConfigurableApplicationContext start(int port, int workplacePort, String... settings) {
        return SignInApp.app()
                .run(Stream.concat(
                                Stream.of(
                                        "server.port=" + port,
                                        "logging.level.root=WARN",
                                        "samordna.provider.issuer=http://127.0.0.1:" + port,
                                        "samordna.provider.workplaces=http://127.0.0.1:" + workplacePort,
                                        "samordna.provider.secret=" + SECRET,
                                        "samordna.provider.people="
                                                + Path.of("src/test/resources/people.json")
                                                        .toAbsolutePath(),
                                        "samordna.provider.keys=target/sign-in-keys"),
                                Stream.of(settings))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }

    /** A port that nobody listens on now. */
    static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
