package se.samordna.indicators.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Predicate;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Counted;
import se.samordna.indicators.cells.Definition.Counts;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Exact;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Period;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.Child;
import se.samordna.rules.Event;
import se.samordna.rules.Ground;
import se.samordna.rules.Memory;
import se.samordna.rules.PoliceFact;
import se.samordna.rules.ProtectedIdentity;
import se.samordna.rules.RegionFact;
import se.samordna.rules.RuleId;
import se.samordna.rules.Rules;
import se.samordna.rules.SchoolFact;
import se.samordna.rules.SharedFact;
import se.samordna.rules.Timeliness;

/** Tells what happens to one child on a calendar, and what that adds to the cells. Times are local, Swedish. */
final class Story {

    private static final UUID CHILD = UUID.fromString("0b540000-0000-4000-8000-000000000001");

    private final Tally tally = Tally.of(Rules.standard());
    private final Child child = Child.empty(CHILD, Memory.INDICATORS);
    private final Map<String, Event> sent = new HashMap<>();
    private final Counted counted = Counted.nothing();
    private ChildSums sums = ChildSums.NONE;
    private Instant now = Instant.EPOCH;
    private String municipality = "2380";
    private Optional<String> consent = Optional.empty();
    private final List<String> indicators;

    private Story(List<String> indicators) {
        this.indicators = indicators;
    }

    /** The story as some indicators see it; what it adds to others is not told. */
    static Story of(String... indicators) {
        return new Story(List.of(indicators));
    }

    Story in(String kommunkod) {
        municipality = kommunkod;
        return this;
    }

    /** What follows rests on a consent. */
    Story byConsent(String id) {
        consent = Optional.of(id);
        return this;
    }

    /** What follows is the agency's own. */
    Story openly() {
        consent = Optional.empty();
        return this;
    }

    /** An event arrives when it happens. */
    Story on(String at, String name, Body body) {
        return arrives(at, at, name, body, Optional.empty());
    }

    Story late(String arrives, String at, String name, Body body) {
        return arrives(arrives, at, name, body, Optional.empty());
    }

    Story corrects(String arrives, String at, String root, Body body) {
        return arrives(arrives, at, "correction of " + root + " " + sent.size(), body, Optional.of(id(root)));
    }

    Story retracts(String arrives, String root, Agency agency) {
        Event event = event(
                instant(arrives),
                instant(arrives),
                "retraction of " + root,
                new SharedFact.Retracted(id(root), "WRONG_CHILD"),
                Optional.empty(),
                agency);
        accept(event, instant(arrives));
        return this;
    }

    Story again(String arrives, String name) {
        accept(Objects.requireNonNull(sent.get(name)), instant(arrives));
        return this;
    }

    /** What the rules tell of an alert of the child in the municipality. */
    Story told(RuleId rule, String name, String due, Timeliness.Answered answered) {
        var told = new Timeliness(id(name), CHILD, rule, municipality, instant(due), answered);
        sums = tally.told(child, sums, told, now, counted);
        return this;
    }

    Story time(String at) {
        now = instant(at);
        sums = tally.timeCame(child, sums, now, counted);
        return this;
    }

    /** What the child adds to months, quarters and years, and nothing else. */
    void adds(String... cells) {
        assertThat(print(key -> key.period().span() != Period.Span.R12)).containsExactly(cells);
        assertThat(ChildSumsBytes.read(ChildSumsBytes.write(sums))).isEqualTo(sums);
    }

    void addsWithRolling(String... cells) {
        assertThat(print(key -> true)).containsExactly(cells);
    }

    ChildSums sums() {
        return sums;
    }

    /** What happens by month, distinct children by period, and states at now. */
    private List<String> print(Predicate<CellKey> which) {
        SortedMap<CellKey, Figure> cells = Exact.cells(counted, Optional.of(now));
        var printed = new ArrayList<String>();
        cells.forEach((key, figure) -> {
            Counts counts = Definitions.byId(key.indicator()).orElseThrow().counts();
            boolean sum = counts == Counts.EACH || counts == Counts.DAYS;
            boolean lowest = !key.ofCounty() && (!sum || key.period().span() == Period.Span.MONTH);
            if (lowest && indicators.contains(key.indicator()) && which.test(key)) {
                printed.add("%s %s %s %s".formatted(key.indicator(), key.municipality(), key.period(), print(figure)));
            }
        });
        return printed;
    }

    private static String print(Figure figure) {
        String median =
                figure.median().isPresent() ? " median " + figure.median().getAsLong() : "";
        return figure.num() + "/" + figure.den() + median;
    }

    private Story arrives(String arrives, String at, String name, Body body, Optional<UUID> corrects) {
        Agency agency = switch (body) {
            case SchoolFact _ -> Agency.SCHOOL;
            case RegionFact _ -> Agency.REGION;
            case PoliceFact _ -> Agency.POLICE;
            default -> Agency.SOCIAL_SERVICES;
        };
        Event event = event(instant(at), instant(arrives), name, body, corrects, agency);
        sent.put(name, event);
        accept(event, instant(arrives));
        return this;
    }

    private void accept(Event event, Instant arrives) {
        now = arrives.isAfter(now) ? arrives : now;
        child.accept(event, now);
        sums = tally.accepted(child, sums, event, now, counted);
    }

    private Event event(Instant at, Instant received, String name, Body body, Optional<UUID> corrects, Agency agency) {
        return new Event(
                id(name),
                CHILD,
                municipality,
                agency,
                "urn:test",
                at,
                received,
                consent.isPresent() ? Ground.CONSENT : Ground.OWN,
                consent,
                ProtectedIdentity.NONE,
                corrects,
                body);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** A day, or a day and a time. */
    private static Instant instant(String at) {
        LocalDateTime local = at.length() > 10
                ? LocalDateTime.parse(at.replace(' ', 'T'))
                : LocalDate.parse(at).atTime(12, 0);
        return local.atZone(Period.LOCAL).toInstant();
    }
}
