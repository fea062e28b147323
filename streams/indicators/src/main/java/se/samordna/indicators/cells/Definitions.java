package se.samordna.indicators.cells;

import static se.samordna.indicators.cells.Definition.Counts.CHILDREN;
import static se.samordna.indicators.cells.Definition.Counts.DAYS;
import static se.samordna.indicators.cells.Definition.Counts.EACH;
import static se.samordna.indicators.cells.Definition.Counts.MEASURED;
import static se.samordna.indicators.cells.Definition.Counts.STATE;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samordna.indicators.cells.Definition.Counts;
import se.samordna.indicators.cells.Definition.Name;
import se.samordna.rules.RuleId;

/** The indicators there are (indicators.md), and which measurements feed them. */
public final class Definitions {

    private static final Map<String, Definition> BY_ID = new TreeMap<>();

    public static final Definition REPORTS = perPopulation(
            "I01", EACH, "A7 J3", "Orosanmälningar per 1 000 barn", "Reports of concern per 1,000 children");
    public static final Definition CHILDREN_REPORTED =
            perPopulation("I02", CHILDREN, "A7 J3", "Barn med orosanmälan", "Children reported");
    public static final Definition REPEAT_REPORTS =
            of("I03", CHILDREN, "J3 A7", "Barn med ny anmälan inom ett år", "Children reported again within a year");
    public static final Definition PROTECTION_IN_TIME =
            of("I04", EACH, "A7", "Skyddsbedömning i tid", "Protection assessed in time");
    public static final Definition PRELIMINARY_IN_TIME =
            of("I05", EACH, "A7 J3", "Förhandsbedömning i tid", "Preliminary assessment in time");
    public static final Definition INVESTIGATION_IN_TIME =
            of("I06", EACH, "A7 J3", "Utredning inom fyra månader", "Investigation within four months");
    public static final Definition CHILD_HEARD =
            of("I07", EACH, "A2 J1 B1", "Barnet hört i utredningen", "Child heard in the investigation");
    public static final Definition DIRECT_TIME = of("I08", MEASURED, "A2 J4 B2", "Direkt tid", "Direct time");
    public static final Definition HIGH_ABSENCE = of("I09", CHILDREN, "A3", "Hög frånvaro", "High absence");
    public static final Definition ABSENCE_TO_CONTACT =
            medianAlone("I10", "A3", "Från frånvaroutredning till kontakt", "From absence inquiry to contact");
    public static final Definition SKOLFAM_COVERAGE =
            of("I11", STATE, "A3", "Placerade skolbarn i SkolFam", "Placed pupils in SkolFam");
    public static final Definition BOOK_PACKETS =
            of("I12", EACH, "A3", "Bokpaket som kom fram i tid", "Book packets sent in time");
    public static final Definition FIRST_VISIT_IN_TIME =
            of("I13", EACH, "A4", "Första besök på BUP inom 30 dagar", "First visit to psychiatry within 30 days");
    public static final Definition TREATMENT_IN_TIME =
            of("I14", EACH, "A4", "Behandling på BUP inom 30 dagar", "Treatment in psychiatry within 30 days");
    public static final Definition PLACED_HEALTH_EXAM =
            of("I15", EACH, "J3 A4", "Hälsoundersökning vid placering", "Health examination of the placed child");
    public static final Definition TEAM_WITHOUT_PLACEMENT =
            of("I16", EACH, "A4", "Team i stället för placering", "Team, and no placement for half a year");
    public static final Definition OVERLAP_WITH_SIP =
            of("I17", EACH, "A5 B3", "Flera verksamheter med SIP", "Several agencies at once with a SIP");
    public static final Definition JOINT_VISIT_IN_TIME =
            of("I18", EACH, "A5", "Gemensamt hembesök inom ett dygn", "Joint home visit within a day");
    public static final Definition COORDINATION_LATENCY =
            medianAlone("I19", "A5 B3", "Tid till samordning", "Time until the agencies act together");
    public static final Definition CHILDREN_EVICTED =
            perPopulation("I21", CHILDREN, "A1", "Barn som vräkts", "Children evicted");
    public static final Definition EVICTIONS_AVERTED =
            of("I22", EACH, "A1", "Avvärjda vräkningar", "Evictions averted");
    public static final Definition HOME_AFTER_SUPPORT =
            of("I23", EACH, "A1", "Hemma ett halvår efter stödet", "At home half a year after the support");
    public static final Definition IRISK_IN_VIOLENCE =
            of("I24", EACH, "A7", "iRiSk vid våld", "Risk assessed in investigations of violence");
    public static final Definition DECISION_TO_START =
            medianAlone("I25", "A7", "Från beslut till insats", "From decision to support");
    public static final Definition PLANS_REVIEWED =
            of("I26", EACH, "A5", "Familjeplaner uppföljda i tid", "Family plans reviewed in time");
    public static final Definition WITHOUT_CASEWORKER =
            of("I27", DAYS, "A6", "Dagar utan handläggare", "Days without a caseworker");
    public static final Definition DISCHARGED_WITH_SIP =
            of("I28", EACH, "B3", "Utskriven från SiS med SIP", "Discharged from SiS with a SIP");

    private static final Map<String, Definition> COMPLETENESS =
            List.of("SOCIAL_SERVICES", "SCHOOL", "REGION", "POLICE").stream()
                    .collect(Collectors.toUnmodifiableMap(
                            agency -> agency,
                            agency -> of("I30-" + agency, EACH, "J5", "Fullständiga uppgifter", "Complete data")));

    private static final Map<String, Definition> ZERO_LOSS =
            List.of("SOCIAL_SERVICES", "SCHOOL", "REGION", "POLICE").stream()
                    .collect(Collectors.toUnmodifiableMap(
                            agency -> agency,
                            agency -> of("I29-" + agency, EACH, "A7 J5", "Ingen uppgift förlorad", "Zero loss")));

    private static final Map<RuleId, Definition> ALERTS_IN_TIME = Stream.of(RuleId.values())
            .collect(Collectors.toUnmodifiableMap(
                    rule -> rule,
                    rule -> of(
                            "I20-" + rule,
                            EACH,
                            "A5 A7",
                            "Larm besvarade i tid, " + rule,
                            "Alerts answered in time, " + rule)));

    /** The measurement that is I08 and no measure of its own. */
    public static final String DIRECT_TIME_MEASURE = "direct-time";

    /** The children 0–17 on 31 December of the year that is its period (SCB). */
    public static final String POPULATION_MEASURE = "population-0-17";

    private static final String MEASURE_PREFIX = "M.";

    /** Measures whose numerator is no part of their denominator: so many for each, such as staff per manager. */
    private static final Set<String> RATIOS = Set.of("M.staff-per-manager", "M.cases-per-fte", "M.admin-minutes");
    /** Measures told for each thousand children. */
    private static final Set<String> PER_1000 = Set.of("M.youth-centre-visits");

    private Definitions() {}

    private static Definition of(String id, Counts counts, String areas, String sv, String en) {
        return known(new Definition(id, 1, counts, false, false, new Name(sv, en), List.of(areas.split(" ", -1))));
    }

    private static Definition perPopulation(String id, Counts counts, String areas, String sv, String en) {
        return known(new Definition(id, 1, counts, true, false, new Name(sv, en), List.of(areas.split(" ", -1))));
    }

    private static Definition medianAlone(String id, String areas, String sv, String en) {
        return known(new Definition(id, 1, EACH, false, true, new Name(sv, en), List.of(areas.split(" ", -1))));
    }

    private static Definition known(Definition definition) {
        BY_ID.put(definition.id(), definition);
        return definition;
    }

    /** Every indicator, by id; measures are not among them. */
    public static Collection<Definition> all() {
        return List.copyOf(BY_ID.values());
    }

    /** The definition an id names; none for an id that names no indicator. */
    public static Optional<Definition> byId(String id) {
        if (isMeasure(id) && id.length() > MEASURE_PREFIX.length()) {
            return Optional.of(measure(id));
        }
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** I30 of an agency, as the header names it. */
    public static Definition completeness(String agency) {
        return Optional.ofNullable(COMPLETENESS.get(agency))
                .orElseThrow(() -> new IllegalArgumentException("no agency " + agency));
    }

    /** I29 of an agency, as the header names it. */
    public static Definition zeroLoss(String agency) {
        return Optional.ofNullable(ZERO_LOSS.get(agency))
                .orElseThrow(() -> new IllegalArgumentException("no agency " + agency));
    }

    /** Whether it is I29, whose two numbers come from two applications, each at its own pace. */
    public static boolean isZeroLoss(String indicator) {
        return indicator.startsWith("I29-");
    }

    /** I20 of a rule. */
    public static Definition alertsInTime(RuleId rule) {
        return Optional.ofNullable(ALERTS_IN_TIME.get(rule)).orElseThrow();
    }

    /** The indicator a measurement is printed as. */
    public static Definition ofMeasure(String measure) {
        return measure.equals(DIRECT_TIME_MEASURE) ? DIRECT_TIME : measure(MEASURE_PREFIX + measure);
    }

    /** Whether an id is that of a measure, such as M.youth-centre-visits. */
    public static boolean isMeasure(String id) {
        return id.startsWith(MEASURE_PREFIX);
    }

    /** Whether a figure is so many for each of its denominator, and no share of it. */
    public static boolean isRatio(String indicator) {
        return RATIOS.contains(indicator);
    }

    /** Whether a figure is told for each thousand children. */
    public static boolean isPer1000(String indicator) {
        return PER_1000.contains(indicator)
                || byId(indicator).filter(Definition::perPopulation).isPresent();
    }

    private static Definition measure(String id) {
        return new Definition(id, 1, MEASURED, false, false, new Name(id, id), List.of());
    }

    /** Whether a measure counts children after all and is published only where it is fit. */
    public static boolean measuresChildren(String indicator) {
        return isMeasure(indicator) && indicator.endsWith("-children");
    }
}
