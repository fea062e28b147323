package se.samordna.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import se.samordna.indicators.cells.Period;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Figures asked of the running system, printed one a line: as a table as the system tells it, or as JSON objects. */
final class Cells {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String API = "/api/indicators/v1";

    private final Http http;

    Cells(Http http) {
        this.http = http;
    }

    /** What is asked for. */
    sealed interface Question {
        String path();

        /** The JSON objects of an answer, one for each row of its table and with what that says of each. */
        Stream<JsonNode> rows(JsonNode answer);
    }

    /** Which cells; what is empty is not asked for. */
    record Wanted(
            Optional<String> municipality,
            Optional<String> county,
            Optional<String> indicator,
            Optional<String> period,
            boolean exact)
            implements Question {

        @Override
        public String path() {
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

        /** Each says itself as of when it is. */
        @Override
        public Stream<JsonNode> rows(JsonNode answer) {
            return (answer.isArray() ? answer : answer.path("cells")).valueStream();
        }
    }

    /** Municipalities beside each other, then counties. */
    record Comparison(String indicator, Optional<String> period, Optional<String> county) implements Question {
        @Override
        public String path() {
            return API + "/comparison?indicator=" + Http.encode(indicator)
                    + period.map(p -> "&period=" + Http.encode(p)).orElse("")
                    + county.map(c -> "&county=" + Http.encode(c)).orElse("");
        }

        @Override
        public Stream<JsonNode> rows(JsonNode answer) {
            return Stream.of("municipalities", "counties")
                    .flatMap(list -> answer.path(list).valueStream())
                    .map(row -> with(answer, List.of("indicator", "period"), row));
        }
    }

    /** One indicator through time. */
    record Series(String municipality, String indicator, boolean exact) implements Question {
        @Override
        public String path() {
            return API + "/municipalities/" + Http.encode(municipality) + "/indicators/" + Http.encode(indicator)
                    + (exact ? "?exact=true" : "");
        }

        @Override
        public Stream<JsonNode> rows(JsonNode answer) {
            return answer.path("points")
                    .valueStream()
                    .map(point -> with(answer, List.of("indicator", "municipality"), running(answer, point)));
        }

        /** Whether the point's period runs, so that its figure is of what has been of it; not known without a clock. */
        private static ObjectNode running(JsonNode answer, JsonNode point) {
            Optional<Instant> asOf = Optional.of(answer.path("asOf"))
                    .filter(JsonNode::isString)
                    .map(JsonNode::asString)
                    .map(Instant::parse);
            Optional<Period> period = Period.parse(point.path("period").asString());
            ObjectNode with = JSON.createObjectNode().setAll((ObjectNode) point);
            asOf.ifPresentOrElse(
                    now -> with.put(
                            "running", period.filter(each -> !each.endedBy(now)).isPresent()),
                    () -> with.putNull("running"));
            return with;
        }
    }

    /** A row with what the whole answer says before it, and how fresh it is after it. */
    private static ObjectNode with(JsonNode answer, List<String> before, JsonNode row) {
        ObjectNode with = JSON.createObjectNode();
        before.forEach(name -> with.set(name, answer.path(name)));
        with.setAll((ObjectNode) row);
        with.set("asOf", answer.path("asOf"));
        ArrayNode silent = with.putArray("silentSources");
        answer.path("sources")
                .valueStream()
                .filter(source -> source.path("silent").asBoolean())
                .forEach(source -> silent.add(source.path("agency")));
        return with;
    }

    /** Prints them, and returns how many there were. */
    int print(PrintWriter out, Question question, boolean csv) {
        String path = question.path();
        List<String> lines = new ArrayList<>();
        if (csv) {
            http.body(path + (path.contains("?") ? "&" : "?") + "format=csv")
                    .lines()
                    .forEach(lines::add);
        } else {
            question.rows(JSON.readTree(http.body(path)))
                    .map(JSON::writeValueAsString)
                    .forEach(lines::add);
        }
        lines.forEach(out::println);
        return csv ? lines.size() - 1 : lines.size(); // the first of a table is its heading
    }
}
