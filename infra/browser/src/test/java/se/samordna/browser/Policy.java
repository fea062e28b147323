package se.samordna.browser;

import com.microsoft.playwright.Response;
import java.util.List;
import java.util.stream.Stream;

/** The content security policy that every page must come with: our own files, nothing inline, nothing evaluated. */
final class Policy {
    private static final List<String> HELD =
            List.of("default-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'");
    private static final List<String> FORBIDDEN = List.of("unsafe-", "http:", "https:", "data:", "blob:", "*");

    private Policy() {}

    /** What is wrong with that of a page; a redirect shows none. */
    static List<String> faults(Response page) {
        if (page.status() >= 300 && page.status() < 400) {
            return List.of();
        }
        String policy = page.headers().getOrDefault("content-security-policy", "");
        return Stream.concat(
                        HELD.stream().filter(part -> !policy.contains(part)).map(part -> "the policy lacks " + part),
                        FORBIDDEN.stream().filter(policy::contains).map(part -> "the policy allows " + part))
                .map(fault -> fault + " at " + page.url())
                .toList();
    }
}
