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

    private static final String API = "/api/indicators/v1";

    private final Http http;

    Cells(Http http) {
        this.http = http;
    }

    /** Which cells; what is empty is not asked for. */
    record Wanted(
            Optional<String> municipality,
            Optional<String> county,
            Optional<String> indicator,
            Optional<String> period,
            boolean exact) {

        String path() {
            StringJoiner query = new StringJoiner("&");
            municipality.ifPresent(m -> query.add("municipality=" + Http.encode(m)));
            indicator.ifPresent(i -> query.add("indicator=" + Http.encode(i)));
            period.ifPresent(p -> query.add("period=" + Http.encode(p)));
            if (exact) {
                query.add("exact=true");
            }
            String asked = query.length() == 0 ? "" : "?" + query;
            return county.map(c -> API + "/counties/" + Http.encode(c) + "/cells" + asked)
                    .orElse(API + "/cells" + asked);
        }
    }

    /** Rows of another answer than the cells alone, in the form the answer has. */
    record Rows(String path, List<String> of) {}

    /** Municipalities beside each other, then counties. */
    static Rows comparison(String indicator, Optional<String> period, Optional<String> county) {
        return new Rows(
                API + "/comparison?indicator=" + Http.encode(indicator)
                        + period.map(p -> "&period=" + Http.encode(p)).orElse("")
                        + county.map(c -> "&county=" + Http.encode(c)).orElse(""),
                List.of("municipalities", "counties"));
    }

    /** One indicator through time. */
    static Rows series(String municipality, String indicator, boolean exact) {
        return new Rows(
                API + "/municipalities/" + Http.encode(municipality) + "/indicators/" + Http.encode(indicator)
                        + (exact ? "?exact=true" : ""),
                List.of("points"));
    }

    List<JsonNode> ask(Wanted wanted) {
        JsonNode answer = JSON.readTree(http.body(wanted.path()));
        List<JsonNode> cells = new ArrayList<>();
        (answer.isArray() ? answer : answer.path("cells")).forEach(cells::add);
        return cells;
    }

    /** Prints them, and returns how many there were. */
    int print(PrintWriter out, Wanted wanted, boolean csv) {
        if (csv) {
            out.println(String.join(",", COLUMNS));
        }
        List<JsonNode> cells = ask(wanted);
        cells.forEach(cell -> out.println(csv ? row(cell) : JSON.writeValueAsString(cell)));
        return cells.size();
    }

    /** Prints them, and returns how many there were. */
    int print(PrintWriter out, Rows rows, boolean csv) {
        if (csv) {
            List<String> lines = http.body(rows.path() + (rows.path().contains("?") ? "&" : "?") + "format=csv")
                    .lines()
                    .toList();
            lines.forEach(out::println);
            return lines.size() - 1; // the first is the heading
        }
        JsonNode answer = JSON.readTree(http.body(rows.path()));
        List<JsonNode> found = new ArrayList<>();
        rows.of().forEach(name -> answer.path(name).forEach(found::add));
        found.forEach(row -> out.println(JSON.writeValueAsString(row)));
        return found.size();
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
