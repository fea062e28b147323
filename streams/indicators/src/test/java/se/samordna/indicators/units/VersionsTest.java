package se.samordna.indicators.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.indicators.cells.Counted;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definition.Counts;
import se.samordna.indicators.cells.Exact;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.publishing.Publish;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.Child;
import se.samordna.rules.Event;
import se.samordna.rules.Ground;
import se.samordna.rules.Memory;
import se.samordna.rules.ProtectedIdentity;
import se.samordna.rules.Reads;
import se.samordna.rules.RegionFact.BupContact;
import se.samordna.rules.RegionFact.BupReferralReceived;
import se.samordna.rules.RegionFact.ContactKind;
import se.samordna.rules.View;

/** The first visit to psychiatry is to come within 30 days; a second version of the definition says within 20. */
class VersionsTest {

    private static final Instant VISIT = Instant.parse("2026-03-20T09:00:00Z");
    private static final Instant NEXT_YEAR = Instant.parse("2027-01-02T00:00:00Z");
    private static final I13FirstVisitWithin30Days FIRST = new I13FirstVisitWithin30Days();

    /** As I13, with another number of days. */
    private record Sooner() implements UnitIndicator {

        private static final int DAYS = 20;

        @Override
        public Definition definition() {
            return new Definition(
                    "I13",
                    2,
                    Counts.EACH,
                    false,
                    false,
                    new Definition.Name("Första besök inom 20 dagar", "First visit within 20 days"),
                    List.of("A4"));
        }

        @Override
        public Reads reads() {
            return FIRST.reads();
        }

        @Override
        public Set<Class<? extends Body>> concerns() {
            return FIRST.concerns();
        }

        @Override
        public List<Unit> units(View facts) {
            return I13FirstVisitWithin30Days.visited(facts).stream()
                    .map(each -> Unit.at(
                            each.referral(),
                            each.visit().at(),
                            Figure.one(!each.visit()
                                    .at()
                                    .isAfter(each.referral().at().plus(DAYS, ChronoUnit.DAYS)))))
                    .toList();
        }
    }

    private final Tally tally = new Tally(List.of(FIRST, new Sooner()));
    private final Counted counted = Counted.nothing();
    private final Map<Integer, Child> children = new HashMap<>();
    private final Map<Integer, ChildSums> sums = new HashMap<>();

    @Test
    void both_versions_are_counted_over_all_of_history_and_a_late_correction_moves_both() {
        waited(30, 10);
        waited(12, 25);
        waited(10, 40);
        assertThat(months()).containsExactly("I13 version 1 2026-03 42/52", "I13 version 2 2026-03 30/52");

        // Eight months later: the first child had waited for more than a month.
        corrected(1, 35);
        assertThat(months()).containsExactly("I13 version 1 2026-03 41/52", "I13 version 2 2026-03 29/52");
        assertThat(published()).containsExactly("I13 version 1 2026-03 41/52", "I13 version 2 2026-03 29/52");
        assertThat(sums)
                .allSatisfy((_, of) -> assertThat(ChildSumsBytes.read(ChildSumsBytes.write(of)))
                        .isEqualTo(of));
    }

    @Test
    void who_falls_between_two_versions_cannot_be_told_where_they_are_few() {
        waited(30, 10);
        waited(3, 25);
        waited(10, 40);

        assertThat(months()).containsExactly("I13 version 1 2026-03 33/43", "I13 version 2 2026-03 30/43");
        assertThat(published()).containsExactly("I13 version 1 2026-03 33/43", "I13 version 2 2026-03 suppressed");
    }

    @Test
    void what_was_counted_under_a_definition_that_is_known_no_more_is_left_out() {
        waited(30, 10);

        assertThat(Exact.cells(counted, Optional.of(NEXT_YEAR)).keySet())
                .isNotEmpty()
                .allMatch(cell -> cell.version() == 1);
        assertThat(tally.catalogue().all())
                .filteredOn(definition -> definition.id().equals("I13"))
                .extracting(Definition::version)
                .containsExactly(1, 2);
    }

    /** So many more children were referred so many days before their visit. */
    private void waited(int more, int days) {
        for (int i = 0; i < more; i++) {
            int child = children.size() + 1;
            children.put(child, Child.empty(id("child " + child), Memory.INDICATORS));
            accept(
                    child,
                    "b",
                    VISIT.minus(days, ChronoUnit.DAYS),
                    VISIT,
                    Optional.empty(),
                    new BupReferralReceived("b"));
            accept(child, "v", VISIT, VISIT, Optional.empty(), new BupContact("v", ContactKind.FIRST_VISIT));
        }
    }

    private void corrected(int child, int days) {
        accept(
                child,
                "correction",
                VISIT.minus(days, ChronoUnit.DAYS),
                VISIT.plus(240, ChronoUnit.DAYS),
                Optional.of(id("b" + child)),
                new BupReferralReceived("b"));
    }

    private void accept(int child, String name, Instant at, Instant arrives, Optional<UUID> corrects, Body body) {
        Child of = Objects.requireNonNull(children.get(child));
        var event = new Event(
                id(name + child),
                id("child " + child),
                "2380",
                Agency.REGION,
                "urn:test",
                at,
                arrives,
                Ground.OWN,
                Optional.empty(),
                ProtectedIdentity.NONE,
                corrects,
                body);
        of.accept(event, arrives);
        sums.put(child, tally.accepted(of, sums.getOrDefault(child, ChildSums.NONE), event, arrives, counted));
    }

    private List<String> months() {
        var months = new ArrayList<String>();
        Exact.cells(tally.catalogue(), counted, Optional.of(NEXT_YEAR)).forEach((key, figure) -> {
            if (key.period().code().equals("2026-03")) {
                months.add("%s version %s %s %s/%s"
                        .formatted(key.indicator(), key.version(), key.period(), figure.num(), figure.den()));
            }
        });
        return months;
    }

    private List<String> published() {
        var exact = Exact.cells(tally.catalogue(), counted, Optional.of(NEXT_YEAR));
        return Publish.cells(tally.catalogue(), exact, NEXT_YEAR, Map.of()).stream()
                .filter(cell -> cell.key().period().code().equals("2026-03"))
                .map(cell -> "%s version %s %s %s"
                        .formatted(
                                cell.key().indicator(),
                                cell.key().version(),
                                cell.key().period(),
                                cell.figure()
                                        .map(figure -> figure.num() + "/" + figure.den())
                                        .orElse("suppressed")))
                .toList();
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
