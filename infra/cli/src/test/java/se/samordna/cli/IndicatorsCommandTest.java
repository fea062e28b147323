package se.samordna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** A running system has figures of Sjöbo; the school's feed is silent. */
class IndicatorsCommandTest {
    private static final String FRESH = """
            "asOf":"2026-02-05T12:00:00Z","standby":false,"lag":0,\
            "sources":[{"agency":"SOCIAL_SERVICES","lastEventAt":"2026-02-02T00:00:00Z","silent":false},\
            {"agency":"SCHOOL","lastEventAt":null,"silent":true}]""";

    private final SystemThatAnswers system = new SystemThatAnswers();

    @AfterEach
    void close() {
        system.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --series --municipality 1265 --indicator I08 --period 2026 | --series is of all periods: leave out --period
        --series --municipality 1265 --indicator I08 --county 12   | leave out --county
        --compare --indicator I08 --municipality 1265              | leave out --municipality
        --compare --indicator I08 --exact                          | --compare is of published figures: leave out --exact
        --compare                                                  | --compare needs --indicator
        --series --indicator I08                                   | --series needs --municipality
        --exact                                                    | --exact needs --municipality
        --county 12 --municipality 1265                            | --county and --municipality are two questions
        """)
    void an_option_that_would_have_no_effect_is_a_usage_error_and_nothing_is_asked(String words, String why) {
        Run run = run(words.split(" "));

        assertThat(run.code()).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(run.err()).contains(why);
        assertThat(system.asked()).isEmpty();
    }

    @Test
    void a_series_says_of_each_period_as_of_when_and_without_whom_as_its_table_does() {
        system.says("""
                {"municipality":"1265","name":"Sjöbo","indicator":"I08","versions":[],%s,"points":[
                {"version":1,"period":"2026-01","num":150,"den":1000,"median":null,"suppressed":false,"value":15.0,\
                "unit":"PERCENT","target":20.0,"direction":"UP","countyValue":null,"restatedSince":"2026-02-01T00:00:00Z"},
                {"version":1,"period":"2026-02","num":5,"den":10,"median":null,"suppressed":false,"value":50.0,\
                "unit":"PERCENT","target":20.0,"direction":"UP","countyValue":null,"restatedSince":null}]}
                """.formatted(FRESH));

        Run run = run("--series", "--municipality", "1265", "--indicator", "I08", "--exact", "--json");

        assertThat(run.code()).isZero();
        assertThat(system.asked()).containsExactly("/api/indicators/v1/municipalities/1265/indicators/I08?exact=true");
        assertThat(run.out().lines()).containsExactly("""
                        {"indicator":"I08","municipality":"1265","version":1,"period":"2026-01","num":150,"den":1000,\
                        "median":null,"suppressed":false,"value":15.0,"unit":"PERCENT","target":20.0,"direction":"UP",\
                        "countyValue":null,"restatedSince":"2026-02-01T00:00:00Z","running":false,\
                        "asOf":"2026-02-05T12:00:00Z","silentSources":["SCHOOL"]}""", """
                        {"indicator":"I08","municipality":"1265","version":1,"period":"2026-02","num":5,"den":10,\
                        "median":null,"suppressed":false,"value":50.0,"unit":"PERCENT","target":20.0,"direction":"UP",\
                        "countyValue":null,"restatedSince":null,"running":true,\
                        "asOf":"2026-02-05T12:00:00Z","silentSources":["SCHOOL"]}""");
    }

    @Test
    void a_series_before_the_clock_was_seen_says_that_nothing_is_known_of_the_time() {
        system.says("""
                {"municipality":"1265","indicator":"I08","asOf":null,"sources":[],"points":[{"period":"2026-01"}]}""");

        assertThat(run("--series", "--municipality", "1265", "--indicator", "I08")
                        .out()
                        .lines())
                .containsExactly("""
                        {"indicator":"I08","municipality":"1265","period":"2026-01","running":null,"asOf":null,\
                        "silentSources":[]}""");
    }

    @Test
    void a_comparison_says_of_each_who_it_is_as_of_when_and_without_whom_as_its_table_does() {
        String row = """
                "version":1,"num":150,"den":1000,"median":null,"suppressed":false,"value":15.0,"unit":"PERCENT",\
                "restatedSince":null""";
        system.says("""
                {"indicator":"I08","definitions":[],"period":"2025","county":null,%s,
                "municipalities":[{"area":"1265","name":"Sjöbo",%s}],"counties":[{"area":"12","name":"Skåne",%s}],
                "notTakingPart":0}
                """.formatted(FRESH, row, row));

        Run run = run("--compare", "--indicator", "I08", "--period", "2025", "--county", "12");

        assertThat(system.asked()).containsExactly("/api/indicators/v1/comparison?indicator=I08&period=2025&county=12");
        assertThat(run.out().lines())
                .containsExactlyElementsOf(
                        Stream.of("\"area\":\"1265\",\"name\":\"Sjöbo\"", "\"area\":\"12\",\"name\":\"Skåne\"")
                                .map(who -> "{\"indicator\":\"I08\",\"period\":\"2025\"," + who + "," + row
                                        + ",\"asOf\":\"2026-02-05T12:00:00Z\",\"silentSources\":[\"SCHOOL\"]}")
                                .toList());
    }

    @Test
    void cells_alone_are_printed_as_the_system_tells_them_as_objects_and_as_a_table() {
        String cell = """
                {"indicator":"I06","version":1,"municipality":"1265","period":"2026-01","num":7,"den":9,"median":98,\
                "suppressed":false,"asOf":"2026-02-05T12:00:00Z"}""";
        system.says("[" + cell + "]");
        assertThat(run("--municipality", "1265").out().lines()).containsExactly(cell);

        system.says("{\"cells\":[" + cell + "]}");
        assertThat(run("--county", "12").out().lines()).containsExactly(cell);

        system.says("indicator,version\r\nI06,\"1\"\r\n");
        assertThat(run("--municipality", "1265", "--exact", "--csv").out().lines())
                .containsExactly("indicator,version", "I06,\"1\"");
        assertThat(run("--csv").out().lines()).hasSize(2);

        system.says("indicator,version\r\n");
        assertThat(run("--csv").err()).startsWith("There are no such figures");
        assertThat(system.asked())
                .containsExactly(
                        "/api/indicators/v1/cells?municipality=1265",
                        "/api/indicators/v1/counties/12/cells",
                        "/api/indicators/v1/cells?municipality=1265&exact=true&format=csv",
                        "/api/indicators/v1/cells?format=csv",
                        "/api/indicators/v1/cells?format=csv");
    }

    private record Run(int code, String out, String err) {}

    private Run run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Samordna.line()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.concat(Stream.of("indicators", "--url", system.url()), Stream.of(words))
                        .toArray(String[]::new));
        return new Run(code, out.toString(), err.toString());
    }
}
