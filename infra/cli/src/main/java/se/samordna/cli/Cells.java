package se.samordna.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Indicator cells asked of the running system, printed one a line. */
final class Cells {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> COLUMNS =
            List.of("indicator", "version", "municipality", "period", "num", "den", "median", "suppressed", "asOf");

    private final Http http;

    Cells(Http http) {
        this.http = http;
    }

    /** Which cells; what is empty is not asked for. */
    record Wanted(Optional<String> municipality, Optional<String> indicator, Optional<String> period, boolean exact) {
        String query() {
            StringJoiner query = new StringJoiner("&");
            municipality.ifPresent(m -> query.add("municipality=" + Http.encode(m)));
            indicator.ifPresent(i -> query.add("indicator=" + Http.encode(i)));
            period.ifPresent(p -> query.add("period=" + Http.encode(p)));
            if (exact) {
                query.add("exact=true");
            }
            return query.length() == 0 ? "" : "?" + query;
        }
    }

    List<JsonNode> ask(Wanted wanted) {
        JsonNode answer = JSON.readTree(http.body("/api/indicators/v1/cells" + wanted.query()));
        List<JsonNode> cells = new ArrayList<>();
        (answer.isArray() ? answer : answer.path("cells")).forEach(cells::add);
        return cells;
    }

    void print(PrintWriter out, Wanted wanted, boolean csv) {
        if (csv) {
            out.println(String.join(",", COLUMNS));
        }
        for (JsonNode cell : ask(wanted)) {
            out.println(csv ? row(cell) : JSON.writeValueAsString(cell));
        }
    }

    private static String row(JsonNode cell) {
        StringJoiner row = new StringJoiner(",");
        for (String column : COLUMNS) {
            JsonNode value = cell.path(column);
            row.add(value.isMissingNode() || value.isNull() ? "" : value.asString());
        }
        return row.toString();
    }
}
