package se.samordna.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What is answered to someone of whom it is not known who they are: an RFC 9457 problem, and what is wanted instead (RFC
 * 6750, 3). Its texts are our own: nothing of a token or a request is ever repeated.
 *
 * @param code what happened, in words that stay
 * @param header what helps: a WWW-Authenticate, a Retry-After; none where only another request would
 */
record Refusal(int status, String code, String title, String detail, Optional<Header> header) {

    private record Header(String name, String value) {}

    private static final String REALM = "Bearer realm=\"samordna\"";
    private static final String RETRY_SECONDS = "5";

    static final Refusal MISSING = unauthorized(
            "token-missing", "Without a token only this machine itself may ask, if anyone.", Optional.empty());
    static final Refusal INVALID = unauthorized(
            "token-invalid", "That token is not one that is believed here.", Optional.of("the token is not valid"));
    static final Refusal EXPIRED = unauthorized(
            "token-expired", "That token was valid once; ask for a new one.", Optional.of("the token has expired"));
    static final Refusal KEYS_AWAY = new Refusal(
            503,
            "issuer-away",
            "Away just now",
            "Whether the token is valid cannot be told at the moment: its issuer does not give its keys.",
            Optional.of(new Header("Retry-After", RETRY_SECONDS)));

    /** @param status what the container found, before any app was asked or instead of its answer */
    static Refusal unread(int status) {
        return switch (status) {
            // What RFC 9110 has for lengths, lines, headers, codings and versions that are none.
            case 400, 411, 413, 414, 431, 501, 505 ->
                withoutHeader(
                        status,
                        "unreadable-request",
                        "Unreadable",
                        "That cannot be read as an HTTP request: see its first line, headers, length and chunks.");
            default ->
                status < 500
                        ? withoutHeader(status, "refused", "Refused", "That is not to be had here, or not in this way.")
                        : withoutHeader(
                                status,
                                "not-answered",
                                "Not answered",
                                "Our own mistake. It is not known whether anything was carried out; sending the same"
                                        + " again is safe.");
        };
    }

    /** @param status what the container found, once an app or a filter asked for a parameter */
    static Refusal unreadParameters(int status) {
        return withoutHeader(
                status,
                "unreadable-parameters",
                "Unreadable",
                "Its parameters cannot be read: see how they are encoded, how many they are and how long.");
    }

    private static Refusal withoutHeader(int status, String code, String title, String detail) {
        return new Refusal(status, code, title, detail, Optional.empty());
    }

    private static Refusal unauthorized(String code, String detail, Optional<String> error) {
        String challenge = error.map(why -> REALM + ", error=\"invalid_token\", error_description=\"" + why + "\"")
                .orElse(REALM);
        return new Refusal(401, code, "Not signed in", detail, Optional.of(new Header("WWW-Authenticate", challenge)));
    }

    void to(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setHeader("Cache-Control", "no-store");
        header.ifPresent(one -> response.setHeader(one.name(), one.value()));
        // The texts are constants of ours without quotes, so there is nothing to escape.
        String body = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"code\":\"%s\"}"
                .formatted(title, status, detail, code);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
