package se.samordna.rules;

import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.samordna.rules.SocialCode.ReporterType;
import se.samordna.rules.SocialFact.CaseReviewed;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;

/** Repeated reports: several reports, or from several sides, and no investigation (SoL 18:5). */
public record R05(Settings settings) implements Rule {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(least = 2, most = 20, sv = "anmälningar", en = "reports")
            int reports,

            @Setting(most = 1830, sv = "dagar, så nära varandra", en = "days within which they come")
            int reportDays,

            @Setting(
                    least = 2,
                    most = 5,
                    sv = "olika håll som anmälningar kommer från",
                    en = "different sides that reports come from")
            int groups,

            @Setting(most = 366, sv = "dagar, så nära varandra", en = "days within which those come")
            int groupDays,

            @Setting(sv = "dagar att se dem samlat", en = "days within which to see them together")
            int actDays)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 3, 365, 2, 30, 3);
    }

    private static final Card CARD = new Card(
            RuleId.R05,
            1,
            "repeated-reports",
            new Card.Text(
                    "Flera orosanmälningar har kommit och ingen utredning pågår.",
                    "Several reports of concern have come and no investigation is open."),
            new Card.Text(
                    "{reports} anmälningar på {reportDays} dagar, eller från {groups} håll inom {groupDays} dagar,"
                            + " bör ses samlat: räkna från den senaste inledda utredningen eller motiverade"
                            + " genomgången.",
                    "{reports} reports within {reportDays} days, or from {groups} sides within {groupDays} days,"
                            + " should be seen together: counted from the last investigation opened or reasoned"
                            + " review."),
            "SoL 18:5",
            "REVIEW_REPORTS_TOGETHER",
            Severity.HIGH,
            Severity.HIGH,
            new Reads.Own(SOCIAL_SERVICES),
            List.of(Tells.full(SOCIAL_SERVICES)),
            Set.of(
                    ConcernReportReceived.class,
                    InvestigationOpened.class,
                    InvestigationClosed.class,
                    CaseReviewed.class),
            true);

    private enum Group {
        SCHOOL,
        POLICE,
        HEALTH,
        OTHER,
        PRIVATE;

        static Group of(ReporterType reporter) {
            return switch (reporter) {
                case SCHOOL, PRESCHOOL -> SCHOOL;
                case POLICE -> POLICE;
                case HEALTH, DENTAL -> HEALTH;
                case OTHER_AUTHORITY, SOCIAL -> OTHER;
                case PRIVATE, ANONYMOUS -> PRIVATE;
            };
        }
    }

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        List<Fact<ConcernReportReceived>> reports = facts.of(ConcernReportReceived.class);
        if (reports.size() < Math.min(settings.reports, settings.groups)) {
            return List.of();
        }
        List<Interval> investigations = Interval.union(facts.investigations());
        List<Span> spans = new ArrayList<>();
        Instant begin = Instant.MIN;
        for (Instant end : fresh(facts)) {
            List<Fact<ConcernReportReceived>> counted =
                    reports.subList(Facts.countAtOrBefore(reports, begin), Facts.countBefore(reports, end));
            for (Interval several : several(counted, end)) {
                several.minus(investigations).forEach(i -> spans.add(span(i, counted)));
            }
            begin = end;
        }
        return spans;
    }

    /** When counting begins afresh, and at last never. */
    private static List<Instant> fresh(View facts) {
        Stream<Instant> opened = facts.of(InvestigationOpened.class).stream().map(Fact::at);
        Stream<Instant> reviewed = facts.of(CaseReviewed.class).stream()
                .filter(f -> f.body().reasoned())
                .map(Fact::at);
        return Stream.of(opened, reviewed, Stream.of(Span.NEVER))
                .flatMap(instants -> instants)
                .distinct()
                .sorted()
                .toList();
    }

    /** When there are enough of the counted, up to an instant. */
    private List<Interval> several(List<Fact<ConcernReportReceived>> counted, Instant end) {
        List<Interval> several = new ArrayList<>();
        for (int i = 0; i < counted.size(); i++) {
            if (i + settings.reports <= counted.size()) {
                Instant enough = counted.get(i + settings.reports - 1).at();
                several.add(within(enough, Calendar.plusDays(counted.get(i).at(), settings.reportDays), end));
            }
            Instant until = Calendar.plusDays(counted.get(i).at(), settings.groupDays);
            several.add(within(severalGroups(counted.subList(i, counted.size())), until, end));
        }
        return Interval.maximal(several);
    }

    /** The instant of the report with which there are enough groups. */
    private Instant severalGroups(List<Fact<ConcernReportReceived>> counted) {
        List<Group> groups = new ArrayList<>(settings.groups);
        for (Fact<ConcernReportReceived> r : counted) {
            Group group = Group.of(r.body().reporterType());
            if (!groups.contains(group)) {
                groups.add(group);
            }
            if (groups.size() >= settings.groups) {
                return r.at();
            }
        }
        return Span.NEVER;
    }

    private static Interval within(Instant from, Instant to, Instant end) {
        return new Interval(from, to.isBefore(end) ? to : end);
    }

    private Span span(Interval i, List<Fact<ConcernReportReceived>> counted) {
        List<Fact<ConcernReportReceived>> atFrom = counted.subList(
                Facts.countAtOrBefore(counted, Calendar.plusDays(i.from(), -settings.reportDays)),
                Facts.countAtOrBefore(counted, i.from()));
        return new Span(
                Anchor.of(atFrom.getLast()),
                i.from(),
                i.to(),
                Calendar.plusDays(i.from(), settings.actDays),
                atFrom.stream().map(Evidence::of).toList());
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return Set.of(InvestigationOpened.class, CaseReviewed.class);
    }

    @Override
    public List<Condition> conditions(Span span, View facts) {
        List<Fact<ConcernReportReceived>> reports = facts.of(ConcernReportReceived.class);
        Optional<Instant> begin =
                fresh(facts).stream().filter(t -> !t.isAfter(span.from())).reduce((a, b) -> b);
        List<Fact<ConcernReportReceived>> counted = reports.subList(
                Facts.countAtOrBefore(reports, begin.orElse(Instant.MIN)), Facts.countAtOrBefore(reports, span.from()));
        long groups = since(counted, span.from(), settings.groupDays).stream()
                .map(r -> Group.of(r.body().reporterType()))
                .distinct()
                .count();
        long many = since(counted, span.from(), settings.reportDays).size();
        List<Condition> all = new ArrayList<>();
        all.add(Condition.atLeast(Condition.Kind.REPORTS, many, settings.reports, SOCIAL_SERVICES));
        all.add(Condition.atLeast(Condition.Kind.REPORTER_GROUPS, groups, settings.groups, SOCIAL_SERVICES));
        begin.ifPresent(t -> all.add(Condition.of(Condition.Kind.COUNTED_FROM, t.toString(), true, SOCIAL_SERVICES)));
        return all;
    }

    private static List<Fact<ConcernReportReceived>> since(
            List<Fact<ConcernReportReceived>> counted, Instant from, int days) {
        return counted.subList(Facts.countAtOrBefore(counted, Calendar.plusDays(from, -days)), counted.size());
    }
}
