package se.samordna.cli.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.alerts.Alert;
import se.samordna.cli.county.CountyOrder;
import se.samordna.cli.county.Municipality;
import se.samordna.rules.AbsenceSettings;
import se.samordna.rules.Decide;
import se.samordna.rules.R02;
import se.samordna.rules.RuleId;
import se.samordna.rules.Rules;
import se.samordna.schemas.SchemaRegistration;
import se.samordna.streams.Encoder;
import se.samordna.streams.Registry;

/** A made-up county of 300 children and half a year, under the settings in force and under others. */
class WhatIfTest {

    private static final String SCOPE = "what-if";
    private static final String REGISTRY = "mock://" + SCOPE;
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Rules FIFTEEN_PER_CENT = Rules.with(Map.of(), new AbsenceSettings(2, 600, 15, 20, 50, 2));

    @TempDir
    static Path dir;

    private static Log log;

    @BeforeAll
    static void a_county() {
        new SchemaRegistration(MockSchemaRegistry.getClientForScope(SCOPE)).registerAll();
        CountyOrder order = new CountyOrder(
                List.of(new Municipality("2380", "Östersund", 200), new Municipality("2321", "Åre", 100)),
                8,
                LocalDate.of(2026, 7, 1),
                11,
                false);
        log = Log.of(order, new Encoder(Registry.at(REGISTRY)), dir.resolve("key.json"));
    }

    @AfterAll
    static void gone() {
        MockSchemaRegistry.dropScope(SCOPE);
    }

    @Test
    void the_settings_in_force_against_themselves_differ_in_nothing() {
        Report report = report(Rules.standard(), Rules.standard());

        assertThat(report.nothingDiffers()).isTrue();
        assertThat(report.rules().stream().mapToInt(Report.OfRule::before).sum())
                .isPositive();
        assertThat(printed(report)).endsWith("no differences" + System.lineSeparator());
    }

    @Test
    void absence_from_fifteen_per_cent_gives_what_the_whole_topology_gives_under_either_settings() {
        Report report = report(Rules.standard(), FIFTEEN_PER_CENT);

        Map<String, Alert> before = Told.of(log, Rules.standard(), REGISTRY, dir);
        Map<String, Alert> after = Told.of(log, FIFTEEN_PER_CENT, REGISTRY, dir);
        assertThat(rules(report)).isEqualTo(rules(before, after));
        assertThat(workload(report)).isEqualTo(workload(before, after));
        assertThat(report.rules())
                .filteredOn(Report.OfRule::differs)
                .extracting(Report.OfRule::rule)
                .contains("R09")
                .allSatisfy(rule -> assertThat(rule).isIn("R09", "R10", "R13"));
        assertThat(report.rules())
                .filteredOn(rule -> rule.rule().equals("R09"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.lost()).isPositive());
    }

    @Test
    void an_alert_that_comes_earlier_is_changed_and_neither_gained_nor_lost() {
        Rules earlier = Rules.with(Map.of(RuleId.R02, new R02.Settings(2, 3, 4)), AbsenceSettings.DEFAULT);

        Report report = report(Rules.standard(), earlier);

        assertThat(report.rules())
                .filteredOn(Report.OfRule::differs)
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.rule()).isEqualTo("R02");
                    assertThat(rule.changed()).isPositive();
                    assertThat(rule.lost()).isZero();
                });
        assertThat(rules(report))
                .isEqualTo(rules(Told.of(log, Rules.standard(), REGISTRY, dir), Told.of(log, earlier, REGISTRY, dir)));
    }

    @Test
    void nothing_of_a_child_is_in_the_report() {
        assertThat(printed(report(Rules.standard(), FIFTEEN_PER_CENT)))
                .contains("R09 rising-absence")
                .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-");
    }

    /** Reads without a group and commits nothing. */
    private static Report report(Rules inForce, Rules others) {
        try (MockConsumer<byte[], byte[]> consumer = log.consumer();
                Registry registry = Registry.at(REGISTRY)) {
            WhatIf whatIf = new WhatIf(consumer, registry, Decide.DEFAULT_NAMESPACE, inForce, others);
            assertThat(whatIf.total()).isEqualTo(log.size());
            Report report = whatIf.report(FROM, read -> assertThat(read).isLessThanOrEqualTo(log.size()));
            assertThat(consumer.subscription()).isEmpty();
            return report;
        }
    }

    /** Rule → before, after, gained, lost. */
    private static Map<String, List<Integer>> rules(Report report) {
        Map<String, List<Integer>> rules = new TreeMap<>();
        report.rules().stream()
                .filter(rule -> rule.before() + rule.after() > 0)
                .forEach(rule ->
                        rules.put(rule.rule(), List.of(rule.before(), rule.after(), rule.gained(), rule.lost())));
        return rules;
    }

    private static Map<String, List<Integer>> rules(Map<String, Alert> before, Map<String, Alert> after) {
        Map<String, int[]> counts = new TreeMap<>();
        before.forEach((key, alert) -> {
            if (!alert.getOpenedAt().isBefore(FROM)) {
                int[] of = counts.computeIfAbsent(alert.getRuleId(), _ -> new int[4]);
                of[0]++;
                of[3] += after.containsKey(key) ? 0 : 1;
            }
        });
        after.forEach((key, alert) -> {
            if (!alert.getOpenedAt().isBefore(FROM)) {
                int[] of = counts.computeIfAbsent(alert.getRuleId(), _ -> new int[4]);
                of[1]++;
                of[2] += before.containsKey(key) ? 0 : 1;
            }
        });
        Map<String, List<Integer>> rules = new TreeMap<>();
        counts.forEach((rule, of) -> rules.put(rule, List.of(of[0], of[1], of[2], of[3])));
        return rules;
    }

    /** Municipality, week and agency → extra. */
    private static Map<String, Integer> workload(Report report) {
        Map<String, Integer> extra = new HashMap<>();
        report.workload().forEach(w -> extra.put(w.municipality() + " " + w.week() + " " + w.agency(), w.extra()));
        return extra;
    }

    private static Map<String, Integer> workload(Map<String, Alert> before, Map<String, Alert> after) {
        Map<String, Integer> extra = new HashMap<>();
        before.values().forEach(alert -> week(alert, -1, extra));
        after.values().forEach(alert -> week(alert, 1, extra));
        extra.values().removeIf(count -> count == 0);
        return extra;
    }

    private static void week(Alert alert, int count, Map<String, Integer> extra) {
        if (!alert.getOpenedAt().isBefore(FROM)) {
            LocalDate day =
                    alert.getOpenedAt().atZone(ZoneId.of("Europe/Stockholm")).toLocalDate();
            LocalDate thursday = day.with(ChronoField.DAY_OF_WEEK, 4);
            String week = String.format(
                    Locale.ROOT, "%d-W%02d", thursday.getYear(), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            extra.merge(
                    alert.getMunicipality() + " " + week + " "
                            + alert.getRecipient().name(),
                    count,
                    Integer::sum);
        }
    }

    private static String printed(Report report) {
        StringWriter text = new StringWriter();
        report.print(new PrintWriter(text, true));
        return text.toString();
    }
}
