package se.samordna.local;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samordna.signin.SignInApp;

/**
 * Where people sign in: at the demonstration sign-in beside the apps, or at a provider elsewhere.
 *
 * @param issuer what all apps take tokens of
 * @param app the demonstration sign-in; empty if there is another
 * @param workplace what the workplace is told besides
 */
record SignIn(URI issuer, Optional<App> app, Map<String, String> workplace) {
    private static final int BYTES = 32;

    /** As it is set; {@code dir} is where the agency systems' secrets lie. */
    static SignIn of(Optional<URI> issuer, int workplacePort, Path dir) {
        // What the workplace is called elsewhere, and its secret there, it reads from its environment by itself.
        return issuer.map(elsewhere -> new SignIn(elsewhere, Optional.empty(), Map.of()))
                .orElseGet(() -> here(workplacePort, dir));
    }

    private static SignIn here(int workplacePort, Path dir) {
        int port = Ports.free();
        URI issuer = URI.create("http://" + Ports.HOST + ":" + port);
        String secret = secret();
        App app = new App(
                "sign-in",
                SignInApp::app,
                port,
                Map.of(
                        "samordna.provider.issuer",
                        issuer.toString(),
                        "samordna.provider.workplaces",
                        String.join(",", List.of(page(Ports.HOST, workplacePort), page("localhost", workplacePort))),
                        "samordna.provider.secret",
                        secret,
                        "samordna.provider.keys",
                        dir.resolve("keys").toString()));
        return new SignIn(
                issuer,
                Optional.of(app),
                Map.of("samordna.sign-in.client", "workplace", "samordna.sign-in.secret", secret));
    }

    private static String page(String host, int port) {
        return "http://" + host + ":" + port;
    }

    /** For this run alone; both ends are in this process. */
    private static String secret() {
        byte[] chance = new byte[BYTES];
        new SecureRandom().nextBytes(chance);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(chance);
    }
}
