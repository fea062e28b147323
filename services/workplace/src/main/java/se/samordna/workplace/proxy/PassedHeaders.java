package se.samordna.workplace.proxy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which headers go through, in each direction. */
final class PassedHeaders {

    /**
     * By name, so that neither X-Forwarded-*, nor a cookie of the pages, nor a header someone invents reaches a
     * service that would believe it.
     */
    private static final Set<String> IN = Set.of(
            "accept",
            "accept-language",
            "authorization",
            "content-encoding",
            "content-type",
            "if-match",
            "if-none-match",
            "last-event-id",
            "traceparent",
            "tracestate",
            "user-agent",
            "x-purpose");

    /** Of one connection (RFC 9110 7.6.1), or what only the owner of this port may say to a browser. */
    private static final Set<String> KEPT_BACK = Set.of(
            "alt-svc",
            "clear-site-data",
            "connection",
            "content-length",
            "content-security-policy",
            "date",
            "keep-alive",
            "location",
            "proxy-authenticate",
            "proxy-authentication-info",
            "server",
            "set-cookie",
            "set-cookie2",
            "strict-transport-security",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "via",
            "x-content-type-options",
            "x-frame-options");

    private PassedHeaders() {}

    static void in(HttpServletRequest from, HttpRequest.Builder to) {
        Set<String> ofThisConnection = Collections.list(from.getHeaders("Connection")).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                // Who asks must not get lost on the way: behind, this machine would be taken to ask.
                .filter(name -> !name.equals("authorization"))
                .collect(Collectors.toSet());
        for (String name : Collections.list(from.getHeaderNames())) {
            String plain = name.toLowerCase(Locale.ROOT);
            if (IN.contains(plain) && !ofThisConnection.contains(plain)) {
                Collections.list(from.getHeaders(name)).forEach(value -> to.header(name, value));
            }
        }
    }

    static void out(HttpHeaders from, HttpServletResponse to) {
        from.map().forEach((name, values) -> {
            String plain = name.toLowerCase(Locale.ROOT);
            if (!name.startsWith(":") && !KEPT_BACK.contains(plain) && !plain.startsWith("access-control-")) {
                values.forEach(value -> to.addHeader(name, value));
            }
        });
        // An address that names a host would show where the services live; one within this port may pass.
        from.firstValue("location")
                .filter(where -> where.startsWith("/") && !where.startsWith("//"))
                .ifPresent(where -> to.setHeader("Location", where));
    }
}
