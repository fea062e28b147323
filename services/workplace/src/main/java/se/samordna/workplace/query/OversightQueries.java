package se.samordna.workplace.query;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samordna.workplace.Behind;

/**
 * Asks how the platform is used and how it stands, as the data protection officer or operator who looks. The API judges
 * their token and writes the access log.
 */
@Component
public final class OversightQueries {
    private static final String OFFICER = "DATA_PROTECTION";
    private static final String OPERATOR = "OPERATION";
    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";

    private final Queries queries;

    OversightQueries(Queries queries) {
        this.queries = queries;
    }

    /** @param filters the API's own parameters; empty ones are left out */
    public Answer<LogPage> ledger(Map<String, String> filters) {
        return page("ledger", filters);
    }

    /** @param filters the API's own parameters; empty ones are left out */
    public Answer<LogPage> accessLog(Map<String, String> filters) {
        return page("access-log", filters);
    }

    /** The ledger as comma-separated values. */
    public Answer<byte[]> ledgerFile(Map<String, String> filters) {
        return file("ledger", filters);
    }

    /** The access log as comma-separated values. */
    public Answer<byte[]> accessLogFile(Map<String, String> filters) {
        return file("access-log", filters);
    }

    /** How the platform stands. */
    public Answer<Operation> operation() {
        return queries.ask(
                Behind.COORDINATION,
                "/api/coordination/v1/operation",
                JSON,
                OPERATOR,
                body -> queries.read(body, Operation::of));
    }

    private Answer<LogPage> page(String log, Map<String, String> filters) {
        return queries.ask(
                Behind.COORDINATION, path(log, filters), JSON, OFFICER, body -> queries.read(body, LogPage::of));
    }

    private Answer<byte[]> file(String log, Map<String, String> filters) {
        return queries.ask(Behind.COORDINATION, path(log, filters), CSV, OFFICER, Answer.Found::new);
    }

    private static String path(String log, Map<String, String> filters) {
        String query = filters.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .sorted()
                .collect(Collectors.joining("&"));
        return Stream.of("/api/coordination/v1/" + log, query)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("?"));
    }
}
