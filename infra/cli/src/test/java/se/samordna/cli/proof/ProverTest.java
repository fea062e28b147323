package se.samordna.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.events.Agency;
import se.samordna.events.AttendanceReported;
import se.samordna.events.ConcernReason;
import se.samordna.events.ConcernReportReceived;
import se.samordna.events.ProtectionAssessed;
import se.samordna.events.ReporterType;
import se.samordna.rules.AlertIds;
import se.samordna.rules.Decide;
import se.samordna.rules.R01;
import se.samordna.rules.R05;
import se.samordna.rules.RuleId;
import se.samordna.rules.Rules;
import se.samordna.schemas.Topics;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A report that nobody assesses, among other events, in a partition with other children. */
class ProverTest {
    private static final UUID CHILD = UUID.fromString("0b540000-0000-4000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("0b540000-0000-4000-8000-000000000002");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path directory;

    private final LogOfChildren log = new LogOfChildren();
    private final Prover prover = new Prover(Rules.standard(), Decide.DEFAULT_NAMESPACE);

    @AfterEach
    void close() {
        log.close();
    }

    private ObjectNode told() {
        log.tick("2026-01-10T09:00:00Z")
                .event(Topics.SOCIAL_SERVICES_EVENTS, OTHER, "2026-01-10T09:00:00Z", report(OTHER, 1))
                .event(Topics.SCHOOL_EVENTS, CHILD, "2026-01-10T09:00:00Z", day(CHILD, 2))
                .event(Topics.SOCIAL_SERVICES_EVENTS, CHILD, "2026-01-10T09:00:00Z", report(CHILD, 3))
                .tick("2026-01-12T00:00:00Z");
        return (ObjectNode) JSON.readTree("""
            {"alertId":"%s","ruleId":"R01","childId":"0b540000-0000-4000-8000-000000000001","municipality":"2380",\
            "status":"OPEN","level":3,"severity":"CRITICAL","openedAt":"2026-01-10T09:00:00Z",\
            "dueAt":"2026-01-10T23:00:00Z","resolvedAt":null,"overdue":true,\
            "anchor":"6f0c0000-0000-4000-8000-000000000003",\
            "evidence":["6f0c0000-0000-4000-8000-000000000003"],"recipient":"social-services","revision":2}\
            """.formatted(alertId()));
    }

    private static UUID alertId() {
        return new AlertIds(Decide.DEFAULT_NAMESPACE).id(RuleId.R01, CHILD, "6f0c0000-0000-4000-8000-000000000003");
    }

    @Test
    void the_log_gives_the_line_that_was_told_from_the_one_record_that_the_rule_reads() {
        ObjectNode told = told();

        Bundle bundle = proven(told);

        assertThat(bundle.alert().toString()).isEqualTo(told.toString());
        assertThat(bundle.asOf()).isEqualTo("2026-01-12T00:00:00Z");
        assertThat(bundle.records()).extracting(Bundle.At::place).containsExactly("social-services.events-0@1");
        assertThat(bundle.conditions())
                .extracting(Bundle.Value::code)
                .containsExactly("ANCHOR", "SINCE", "WAITS_FOR", "DUE", "EVIDENCE");
        assertThat(bundle.through())
                .containsEntry("social-services.events-0", 2L)
                .hasSize(7);
        assertThat(verdict(bundle)).isEmpty();
    }

    @Test
    void a_file_is_read_as_it_was_written_and_a_broken_one_is_none() throws Exception {
        Bundle bundle = proven(told());
        Path file = directory.resolve("proof.json");
        bundle.write(file);

        assertThat(Bundle.read(file)).isEqualTo(new Bundle.File.Whole(bundle));
        assertThat(Files.readString(file)).doesNotContain("NEGLECT", Decide.DEFAULT_NAMESPACE.toString());

        Files.writeString(file, Files.readString(file).replace("\"asOf\"", "\"asof\""));
        assertThat(Bundle.read(file)).isInstanceOf(Bundle.File.Broken.class);
        Files.writeString(file, "{}");
        assertThat(Bundle.read(file)).isInstanceOf(Bundle.File.Broken.class);
    }

    @Test
    void what_was_tampered_with_is_named() {
        Bundle bundle = proven(told());

        assertThat(tampered(bundle, "\"dueAt\":\"2026-01-10T23", "\"dueAt\":\"2026-01-11T23"))
                .singleElement()
                .asString()
                .startsWith("alert.dueAt: \"2026-01-11T23:00:00Z\" in the file, \"2026-01-10T23:00:00Z\"");
        assertThat(tampered(bundle, "\"offset\":1", "\"offset\":0"))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("record social-services.events-0@0: in the file"),
                        two -> assertThat(two).startsWith("record social-services.events-0@1: in the log"));
        assertThat(tampered(bundle, "\"schema\":", "\"schema\":9"))
                .singleElement()
                .asString()
                .startsWith("record social-services.events-0@1 schema: 9");
        String hash = bundle.records().getFirst().sha256();
        assertThat(tampered(bundle, hash, hash.replaceFirst("^.", hash.startsWith("0") ? "1" : "0")))
                .singleElement()
                .asString()
                .startsWith("record social-services.events-0@1 sha256:");
        assertThat(tampered(bundle, "\"sameDayBefore\":\"15", "\"sameDayBefore\":\"16"))
                .singleElement()
                .asString()
                .startsWith("settings.sameDayBefore:");
        assertThat(tampered(bundle, "\"asOf\":\"2026-01-12", "\"asOf\":\"2026-01-13"))
                .singleElement()
                .asString()
                .startsWith("asOf: 2026-01-13");
        assertThat(tampered(bundle, "\"status\":\"OPEN\",\"level\":3", "\"level\":3,\"status\":\"OPEN\""))
                .containsExactly("alert: its fields stand in another order");
        assertThat(tampered(bundle, "\"met\":true", "\"met\":false"))
                .singleElement()
                .asString()
                .startsWith("conditions:");
        assertThat(tampered(bundle, "\"revision\":2", "\"revision\":7")).isEmpty();
    }

    @Test
    void an_event_that_was_left_out_is_missed() {
        ObjectNode told = told();
        log.event(
                Topics.SOCIAL_SERVICES_EVENTS,
                CHILD,
                "2026-01-12T00:00:00Z",
                new ProtectionAssessed(
                        LogOfChildren.header(CHILD, 4, Agency.SOCIAL_SERVICES, "2026-01-11T09:00:00Z"), "r1", false));
        Bundle honest = proven(told);
        Bundle forged = new Bundle(
                honest.format(),
                honest.version(),
                told,
                honest.rule(),
                honest.namespace(),
                honest.asOf(),
                honest.conditions(),
                honest.through(),
                honest.records().subList(0, 1));

        assertThat(verdict(honest)).isEmpty();
        assertThat(verdict(forged))
                .anySatisfy(d -> assertThat(d).startsWith("record social-services.events-0@2: in the log, not in"))
                .anySatisfy(d -> assertThat(d).startsWith("alert.status: \"OPEN\" in the file, \"RESOLVED\""));
    }

    @Test
    void other_settings_in_force_or_another_namespace_are_named() {
        Bundle bundle = proven(told());
        Rules later = new Rules(List.of(
                new R01(new R01.Settings(2, LocalTime.of(8, 0), LocalTime.NOON)), new R05(R05.Settings.DEFAULT)));

        assertThat(Verdict.of(bundle, again(bundle, new Prover(later, Decide.DEFAULT_NAMESPACE)))
                        .differences())
                .anySatisfy(d -> assertThat(d).startsWith("settings.sameDayBefore: \"15:00"))
                .anySatisfy(d -> assertThat(d).startsWith("alert.dueAt:"));
        assertThat(Verdict.of(bundle, again(bundle, new Prover(Rules.standard(), UUID.randomUUID())))
                        .differences())
                .anySatisfy(d -> assertThat(d).startsWith("namespace of alert ids:"));
    }

    @Test
    void of_a_withdrawn_alert_it_is_proven_that_there_is_none() {
        ObjectNode told = told().put("status", "WITHDRAWN")
                .put("alertId", UUID.randomUUID().toString());

        Bundle bundle = proven(told);

        assertThat(bundle.alert().toString()).isEqualTo(told.toString());
        assertThat(bundle.conditions()).isEmpty();
        assertThat(verdict(bundle)).isEmpty();
    }

    private List<String> tampered(Bundle bundle, String text, String other) {
        String json = Bundle.tree(bundle).toString();
        assertThat(json).contains(text);
        return verdict(JSON.readValue(json.replaceFirst(Pattern.quote(text), other), Bundle.class));
    }

    private List<String> verdict(Bundle bundle) {
        return Verdict.of(bundle, again(bundle, prover)).differences();
    }

    private Bundle again(Bundle bundle, Prover by) {
        return by.prove((ObjectNode) bundle.alert(), child(), log.through());
    }

    private Bundle proven(ObjectNode told) {
        return prover.prove(told, child(), log.through());
    }

    private ChildLog child() {
        return Optional.ofNullable(log.read(List.of(CHILD)).get(CHILD)).orElseThrow();
    }

    private static ConcernReportReceived report(UUID child, int id) {
        return new ConcernReportReceived(
                LogOfChildren.header(child, id, Agency.SOCIAL_SERVICES, "2026-01-10T09:00:00Z"),
                "r1",
                ReporterType.SCHOOL,
                List.of(ConcernReason.NEGLECT),
                false);
    }

    private static AttendanceReported day(UUID child, int id) {
        return new AttendanceReported(
                LogOfChildren.header(child, id, Agency.SCHOOL, "2026-01-09T15:00:00Z"),
                LocalDate.of(2026, 1, 9),
                true,
                300,
                0,
                0);
    }
}
