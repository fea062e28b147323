package se.samordna.rules;

import static se.samordna.rules.Agency.REGION;
import static se.samordna.rules.Agency.SCHOOL;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.samordna.rules.RegionFact.BupClosed;
import se.samordna.rules.RegionFact.BupContact;
import se.samordna.rules.RegionFact.BupReferralReceived;
import se.samordna.rules.SchoolFact.AttendanceReported;
import se.samordna.rules.SharedFact.SipClosed;
import se.samordna.rules.SharedFact.SipStarted;

/**
 * Absence and BUP: a pupil with high absence is in child psychiatry, or waits for it, and nobody holds the two
 * together.
 */
public record R10(Settings settings) implements Rule {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(
                    least = 0,
                    most = 366,
                    sv = "dagar efter en remiss är den en väntan",
                    en = "days after a referral it is a wait")
            int waitDays,

            @Setting(sv = "dagar att samordna sig", en = "days within which to coordinate")
            int actDays)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 30, 7);
    }

    private static final Card CARD = new Card(
            RuleId.R10,
            1,
            "absence-and-bup",
            new Card.Text(
                    "Barnet har hög skolfrånvaro och kontakt med eller väntan på BUP, utan samordnad"
                            + " individuell plan.",
                    "The child has high school absence and is in child psychiatry or waits for it, without a"
                            + " coordinated plan."),
            new Card.Text(
                    "Frånvaro och psykisk ohälsa hör ofta ihop: skola och BUP bör samordna sig medan"
                            + " frånvaron är minst {absence.highPercent} % och BUP-kontakten pågår eller remissen"
                            + " har väntat mer än {waitDays}"
                            + " dagar.",
                    "Absence and mental ill-health often go together: school and child psychiatry should"
                            + " coordinate while absence is at least {absence.highPercent} % and the contact lasts,"
                            + " or the referral has"
                            + " waited for more than {waitDays} days."),
            "Plan A4, A5 (samverkan psykisk ohälsa)",
            "COORDINATE_SCHOOL_AND_BUP",
            Severity.HIGH,
            Severity.HIGH,
            new Reads.Released(),
            List.of(
                    Tells.full(SOCIAL_SERVICES),
                    Tells.notice(REGION, "school-asks-to-coordinate"),
                    Tells.noticeByConsent(SCHOOL, "coordination-proposed")),
            Set.of(
                    AttendanceReported.class,
                    BupReferralReceived.class,
                    BupContact.class,
                    BupClosed.class,
                    SipStarted.class,
                    SipClosed.class),
            true);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        List<Activity> bup = facts.bup();
        List<Activity> waits = waits(facts);
        List<Run> runs = bup.isEmpty() && waits.isEmpty() ? List.of() : facts.runs();
        if (runs.isEmpty()) {
            return List.of();
        }
        List<Activity> health = Stream.concat(bup.stream(), waits.stream()).toList();
        List<Interval> inHealth = Interval.union(health);
        List<Interval> plans = Interval.union(facts.sips());
        return runs.stream()
                .flatMap(run -> Interval.both(List.of(new Interval(run.from(), run.to())), inHealth).stream()
                        .flatMap(i -> i.minus(plans).stream())
                        .map(i -> span(run.anchor(), i, health)))
                .toList();
    }

    /** Each referral from the day it is a wait until its first visit. */
    private List<Activity> waits(View facts) {
        List<Fact<BupReferralReceived>> referrals = facts.of(BupReferralReceived.class);
        if (referrals.isEmpty()) {
            return List.of();
        }
        FirstVisits visits = new FirstVisits(facts);
        return referrals.stream()
                .map(b -> new Activity(b, Calendar.plusDays(b.at(), settings.waitDays), visits.waitEnds(b)))
                .toList();
    }

    private Span span(Anchor run, Interval i, List<Activity> health) {
        Stream<Evidence> active =
                health.stream().filter(a -> a.isActiveAt(i.from())).map(a -> Evidence.of(a.opener()));
        List<Evidence> evidence =
                Stream.concat(Stream.of(Evidence.of(run)), active).toList();
        return new Span(run, i.from(), i.to(), Calendar.plusDays(i.from(), settings.actDays), evidence);
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return Set.of(AttendanceReported.class, BupContact.class, BupClosed.class, SipStarted.class);
    }

    @Override
    public List<Condition> conditions(Span span, View facts) {
        Stream<Condition> contacts = facts.bup().stream()
                .filter(a -> a.isActiveAt(span.from()))
                .map(a -> Condition.daysAtLeast(Condition.Kind.LASTED, a.from(), facts.until(a.to()), 0, REGION));
        FirstVisits visits = new FirstVisits(facts);
        Stream<Condition> waits = facts.of(BupReferralReceived.class).stream()
                .filter(b -> visits.waitEnds(b).isAfter(span.from()))
                .map(b -> Condition.daysAtLeast(
                        Condition.Kind.WAITED, b.at(), facts.until(visits.waitEnds(b)), settings.waitDays, REGION));
        return Stream.of(RunConditions.of(span.anchor(), facts).stream(), contacts, waits)
                .flatMap(conditions -> conditions)
                .toList();
    }
}
