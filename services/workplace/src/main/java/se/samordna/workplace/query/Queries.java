package se.samordna.workplace.query;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.samordna.access.Area;
import se.samordna.workplace.Behind;
import se.samordna.workplace.WorkplaceSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks the query APIs, as whoever looks and for the purpose of coordination; the access log is written there. */
@Component
public final class Queries {
    private static final Logger LOG = LoggerFactory.getLogger(Queries.class);
    private static final int GREATEST = 16 * 1024 * 1024;
    private static final int RETRY_AFTER = 5;
    private static final String COORDINATION = "COORDINATION";

    private final HttpClient client;
    private final WorkplaceSettings settings;
    private final JsonMapper json;
    private final Credentials credentials;

    Queries(HttpClient client, WorkplaceSettings settings, JsonMapper json, Credentials credentials) {
        this.client = client;
        this.settings = settings;
        this.json = json;
        this.credentials = credentials;
    }

    /**
     * A page of the alerts of an area.
     *
     * @param area a municipality or a county
     * @param filters the API's own parameters, such as status (one or several, by comma), rule and page; empty ones are
     *     left out
     */
    public Answer<AlertList> alerts(Area area, Map<String, String> filters) {
        String of = area.county().map("county="::concat).orElse("municipality=" + area.code());
        return ask(Behind.COORDINATION, "/api/coordination/v1/alerts?" + of + more(filters), AlertList::of);
    }

    private static String more(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> "&" + one.getKey() + "=" + encoded(one.getValue()))
                .sorted()
                .collect(Collectors.joining());
    }

    /** The last word on one alert to the asker. */
    public Answer<AlertAnswer> alert(UUID alertId) {
        return ask(Behind.COORDINATION, "/api/coordination/v1/alerts/" + alertId, AlertAnswer::of);
    }

    /** Why an alert was told; absent of one that has been withdrawn and of a notice. */
    public Answer<ExplanationAnswer> explanation(UUID alertId, UUID childId) {
        return ask(Behind.COORDINATION, ofAlert(alertId, "explanation", childId), ExplanationAnswer::of);
    }

    /** Who was told of an alert and what has been done with it. */
    public Answer<HistoryAnswer> history(UUID alertId, UUID childId) {
        return ask(Behind.COORDINATION, ofAlert(alertId, "history", childId), HistoryAnswer::of);
    }

    private static String ofAlert(UUID alertId, String what, UUID childId) {
        return "/api/coordination/v1/alerts/" + alertId + "/" + what + "?childId=" + childId;
    }

    /** Whether coordination holds an event of the asker's: found or absent. It shows no content and is not logged. */
    public Answer<String> event(UUID eventId, UUID childId) {
        return ask(
                Behind.COORDINATION,
                "/api/coordination/v1/events/" + eventId + "?childId=" + childId,
                answer -> answer.textOrEmpty("status"));
    }

    /** The alert rules in force. */
    public Answer<RuleList> rules() {
        return ask(Behind.COORDINATION, "/api/coordination/v1/rules", RuleList::of);
    }

    /**
     * A child with its alerts.
     *
     * @param asOf the earlier instant at which it is to be shown as it was known; none: now
     */
    public Answer<ChildAnswer> child(UUID childId, Optional<Instant> asOf) {
        return ask(Behind.COORDINATION, "/api/coordination/v1/children/" + childId + asOf(asOf), ChildAnswer::of);
    }

    /** A child's events, as of {@link #child}. */
    public Answer<TimelineAnswer> timeline(UUID childId, Optional<Instant> asOf) {
        return ask(
                Behind.COORDINATION,
                "/api/coordination/v1/children/" + childId + "/timeline" + asOf(asOf),
                TimelineAnswer::of);
    }

    private static String asOf(Optional<Instant> instant) {
        return instant.map(at -> "?asOf=" + at).orElse("");
    }

    /**
     * A municipality's plan with its figures.
     *
     * @param period empty: as it holds now
     * @param exact whether the municipality's own exact figures are asked for
     */
    public Answer<PlanAnswer> plan(String municipality, String period, boolean exact) {
        String query = (exact ? "?exact=true" : "")
                + (period.isEmpty() ? "" : (exact ? "&" : "?") + "period=" + encoded(period));
        return ask(
                Behind.INDICATORS,
                "/api/indicators/v1/municipalities/" + municipality + "/areas" + query,
                PlanAnswer::of);
    }

    /**
     * One indicator of a municipality through time.
     *
     * @param exact whether the municipality's own exact figures are asked for
     */
    public Answer<SeriesAnswer> series(String municipality, String indicator, boolean exact) {
        return ask(
                Behind.INDICATORS,
                seriesPath(municipality, indicator) + (exact ? "?exact=true" : ""),
                SeriesAnswer::of);
    }

    /** One indicator in the last whole year, of those municipalities whose plan says that they take part. */
    public Answer<ComparisonAnswer> comparison(String indicator, Optional<String> county) {
        return ask(
                Behind.INDICATORS,
                "/api/indicators/v1/comparison?indicator=" + encoded(indicator)
                        + county.map(code -> "&county=" + encoded(code)).orElse(""),
                ComparisonAnswer::of);
    }

    /** What the indicators are. */
    public Answer<DefinitionList> definitions() {
        return ask(Behind.INDICATORS, "/api/indicators/v1/definitions", DefinitionList::of);
    }

    /**
     * A municipality's figures, of a plan or not.
     *
     * @param exact whether the municipality's own exact figures are asked for
     */
    public Answer<CellsAnswer> figures(String municipality, boolean exact) {
        return ask(
                Behind.INDICATORS,
                "/api/indicators/v1/municipalities/" + municipality + "/indicators" + (exact ? "?exact=true" : ""),
                CellsAnswer::of);
    }

    /**
     * A municipality's goals with their figures as comma-separated values.
     *
     * @param asked the only area that is wanted, the period and the span; what is empty is not asked for
     * @param exact whether the municipality's own exact figures are asked for
     */
    public Answer<byte[]> goalsFile(String municipality, Map<String, String> asked, boolean exact) {
        return file(
                "/api/indicators/v1/municipalities/" + municipality + "/areas?format=csv" + more(asked)
                        + (exact ? "&exact=true" : ""),
                "text/csv");
    }

    /**
     * One indicator of a municipality through time as the API tells it, in one of its forms.
     *
     * @param exact whether the municipality's own exact figures are asked for
     */
    public Answer<byte[]> seriesFile(String municipality, String indicator, String mediaType, boolean exact) {
        return file(seriesPath(municipality, indicator) + (exact ? "?exact=true" : ""), mediaType);
    }

    private static String seriesPath(String municipality, String indicator) {
        return "/api/indicators/v1/municipalities/" + municipality + "/indicators/" + encoded(indicator);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer<byte[]> file(String path, String mediaType) {
        return ask(Behind.INDICATORS, path, mediaType, Answer.Found::new);
    }

    private <T> Answer<T> ask(Behind behind, String path, Function<Shape, T> reading) {
        return ask(behind, path, "application/json", body -> read(body, reading));
    }

    private <T> Answer<T> ask(Behind behind, String path, String mediaType, Function<byte[], Answer<T>> reading) {
        return ask(behind, path, mediaType, COORDINATION, reading);
    }

    /** @param purpose a code, for the access log */
    <T> Answer<T> ask(
            Behind behind, String path, String mediaType, String purpose, Function<byte[], Answer<T>> reading) {
        Answer<T> outcome = new Answer.Away<>();
        for (URI target : settings.of(behind)) {
            outcome = ask(
                    target.resolve(behind == Behind.COORDINATION ? asWhom(path) : path), mediaType, purpose, reading);
            if (!(outcome instanceof Answer.Away<T>)) {
                return outcome;
            }
        }
        return outcome;
    }

    private String asWhom(String path) {
        return credentials
                .as()
                .map(agency -> path + (path.contains("?") ? "&" : "?") + "as=" + agency)
                .orElse(path);
    }

    private <T> Answer<T> ask(URI where, String mediaType, String purpose, Function<byte[], Answer<T>> reading) {
        HttpRequest.Builder asked = HttpRequest.newBuilder(where)
                .timeout(settings.answer())
                .header("Accept", mediaType)
                .header("X-Purpose", purpose);
        credentials.token().ifPresent(token -> asked.header("Authorization", "Bearer " + token));
        HttpRequest request = asked.build();
        try {
            HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return judged(answer, body.readNBytes(GREATEST), reading);
            }
        } catch (IOException away) {
            LOG.atWarn().addKeyValue("cause", away.getClass().getSimpleName()).log("a query was not answered");
            return new Answer.Away<>();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer.Away<>();
        }
    }

    private <T> Answer<T> judged(HttpResponse<InputStream> answer, byte[] body, Function<byte[], Answer<T>> reading) {
        return switch (answer.statusCode()) {
            case 200 -> reading.apply(body);
            case 401, 403 -> new Answer.Refused<>();
            case 404 -> new Answer.Absent<>();
            case 503 -> new Answer.NotReady<>(Math.clamp(retryAfter(answer), 1, 300));
            default -> {
                LOG.atWarn().addKeyValue("status", answer.statusCode()).log("a query was answered with a fault");
                yield new Answer.Failed<>();
            }
        };
    }

    <T> Answer<T> read(byte[] body, Function<Shape, T> reading) {
        try {
            return new Answer.Found<>(reading.apply(new Shape(json.readTree(body))));
        } catch (JacksonException notJson) {
            LOG.atWarn()
                    .addKeyValue("cause", notJson.getClass().getSimpleName())
                    .log("a query was answered with no JSON");
            return new Answer.Failed<>();
        }
    }

    private static long retryAfter(HttpResponse<?> answer) {
        return answer.headers().firstValue("Retry-After").stream()
                .filter(text -> text.matches("\\d{1,6}"))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(RETRY_AFTER);
    }
}
