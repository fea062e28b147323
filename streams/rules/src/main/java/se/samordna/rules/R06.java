package se.samordna.rules;

import static se.samordna.rules.Agency.POLICE;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.samordna.rules.PoliceFact.PoliceIncident;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.JointVisitDeclined;
import se.samordna.rules.SocialFact.JointVisitDone;

/** Joint home visit: police met the child and a report came within a day of it, in either order (OSL 10:2, 10:21). */
public record R06(Settings settings) implements Rule {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(
                    most = 168,
                    sv = "timmar mellan polisens besök och anmälan, högst",
                    en = "hours between incident and report, at most")
            int pairHours,

            @Setting(most = 168, sv = "timmar att göra besöket", en = "hours within which to visit")
            int visitHours)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 24, 24);
    }

    private static final Card CARD = new Card(
            RuleId.R06,
            1,
            "joint-home-visit",
            new Card.Text(
                    "Polisen har varit i ett hem där barnet fanns och en orosanmälan finns: besök hemmet tillsammans.",
                    "Police were in a home with the child and there is a report of concern: visit the home together."),
            new Card.Text(
                    "Ett gemensamt hembesök inom {visitHours} timmar når familjen när den är mest beredd att ta emot"
                            + " stöd.",
                    "A joint visit within {visitHours} hours reaches the family when it is readiest to accept support."),
            "OSL 10:2, 10:21",
            "PLAN_JOINT_HOME_VISIT",
            Severity.CRITICAL,
            Severity.CRITICAL,
            new Reads.Released(),
            List.of(Tells.full(SOCIAL_SERVICES), Tells.notice(POLICE, "joint-visit-proposed")),
            Set.of(PoliceIncident.class, ConcernReportReceived.class, JointVisitDone.class, JointVisitDeclined.class),
            false);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        List<Pair> pairs = pairs(facts);
        if (pairs.isEmpty()) {
            return List.of();
        }
        Closers done = new Closers().add(facts.of(JointVisitDone.class), JointVisitDone::incidentId);
        Closers declined = new Closers().add(facts.of(JointVisitDeclined.class), JointVisitDeclined::incidentId);
        return pairs.stream()
                .map(pair -> {
                    String incident = pair.incident.body().incidentId();
                    Instant visited = done.first(incident, pair.incident.at());
                    Instant refused = declined.first(incident, pair.incident.at());
                    return span(pair, visited.isBefore(refused) ? visited : refused);
                })
                .toList();
    }

    private Span span(Pair pair, Instant to) {
        return new Span(
                Anchor.of(pair.incident),
                pair.from(),
                to,
                Calendar.plusHours(pair.from(), settings.visitHours),
                Stream.of(pair.incident, pair.report).map(Evidence::of).toList());
    }

    /** An incident at which the child was present, and the report that belongs to it. */
    public record Pair(Fact<PoliceIncident> incident, Fact<ConcernReportReceived> report) {

        /** The later of the two. */
        public Instant from() {
            return report.at().isAfter(incident.at()) ? report.at() : incident.at();
        }
    }

    /** Each pair of an incident and a report, in order of the incidents. */
    public List<Pair> pairs(View facts) {
        List<Fact<ConcernReportReceived>> reports = facts.of(ConcernReportReceived.class);
        return reports.isEmpty()
                ? List.of()
                : facts.of(PoliceIncident.class).stream()
                        .filter(p -> p.body().childPresent())
                        .flatMap(p -> pair(p, reports).stream().map(r -> new Pair(p, r)))
                        .toList();
    }

    /** The last report in [p − 24 h, p], else the first in (p, p + 24 h]. */
    private Optional<Fact<ConcernReportReceived>> pair(Fact<?> p, List<Fact<ConcernReportReceived>> reports) {
        int after = Facts.countAtOrBefore(reports, p.at());
        if (after > 0 && !reports.get(after - 1).at().isBefore(Calendar.plusHours(p.at(), -settings.pairHours))) {
            return Optional.of(reports.get(after - 1));
        }
        return after < reports.size()
                        && !reports.get(after).at().isAfter(Calendar.plusHours(p.at(), settings.pairHours))
                ? Optional.of(reports.get(after))
                : Optional.empty();
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return Set.of(JointVisitDone.class, JointVisitDeclined.class);
    }

    @Override
    public List<Condition> conditions(Span span, View facts) {
        return facts.of(ConcernReportReceived.class).stream()
                .filter(r -> r.id().equals(span.evidence().getLast().eventId()))
                .map(r -> Condition.hoursAtMost(
                        Condition.Kind.APART, span.anchor().at(), r.at(), settings.pairHours, POLICE, SOCIAL_SERVICES))
                .toList();
    }
}
