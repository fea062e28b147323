package se.samordna.rules;

import static java.util.stream.Collectors.joining;
import static se.samordna.rules.Agency.REGION;
import static se.samordna.rules.Agency.SCHOOL;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.samordna.rules.RegionFact.BupClosed;
import se.samordna.rules.RegionFact.BupContact;
import se.samordna.rules.SchoolFact.AbsenceInquiryClosed;
import se.samordna.rules.SchoolFact.AbsenceInquiryOpened;
import se.samordna.rules.SharedFact.SipClosed;
import se.samordna.rules.SharedFact.SipRefused;
import se.samordna.rules.SharedFact.SipStarted;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.SupportEnded;
import se.samordna.rules.SocialFact.SupportStarted;

/** Overlap without SIP: two or three processes run side by side and no coordinated plan (SoL 10:8, HSL 16:4). */
public record R07(Settings settings) implements Rule {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(
                    least = 0,
                    most = 366,
                    sv = "dagar sida vid sida innan larmet kommer",
                    en = "days side by side before the alert comes")
            int overlapDays,

            @Setting(
                    least = 0,
                    most = 730,
                    sv = "dagar tystas det när en plan har avböjts",
                    en = "days that a refused plan mutes it")
            int refusalDays,

            @Setting(
                    most = 60,
                    sv = "arbetsdagar att erbjuda en plan",
                    en = "working days within which to offer a plan")
            int workingDays)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 14, 90, 5);
    }

    private static final String SIP_PROPOSED = "sip-proposed";

    private static final Card CARD = new Card(
            RuleId.R07,
            1,
            "overlap-without-sip",
            new Card.Text(
                    "Flera verksamheter arbetar med barnet samtidigt utan samordnad individuell plan.",
                    "Several agencies work with the child at once without a coordinated individual plan."),
            new Card.Text(
                    "När socialtjänst, BUP och skola arbetar sida vid sida mer än {overlapDays} dagar bör en SIP"
                            + " erbjudas.",
                    "When social services, child psychiatry and school work side by side for more than {overlapDays}"
                            + " days, a"
                            + " coordinated plan should be offered."),
            "SoL 10:8, HSL 16:4",
            "PROPOSE_SIP",
            Severity.MEDIUM,
            Severity.MEDIUM,
            new Reads.Released(),
            List.of(
                    Tells.full(SOCIAL_SERVICES),
                    Tells.noticeByConsent(REGION, SIP_PROPOSED),
                    Tells.noticeByConsent(SCHOOL, SIP_PROPOSED)),
            Set.of(
                    InvestigationOpened.class,
                    InvestigationClosed.class,
                    SupportStarted.class,
                    SupportEnded.class,
                    BupContact.class,
                    BupClosed.class,
                    AbsenceInquiryOpened.class,
                    AbsenceInquiryClosed.class,
                    SipStarted.class,
                    SipClosed.class,
                    SipRefused.class),
            true);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        List<Activity> social = Stream.concat(facts.investigations().stream(), facts.supports().stream())
                .toList();
        List<Activity> health = facts.bup();
        List<Activity> school = facts.inquiries();
        List<Interval> overlaps = overlaps(social, health, school);
        if (overlaps.isEmpty()) {
            return List.of();
        }
        List<Activity> openings =
                Stream.of(social, health, school).flatMap(List::stream).toList();
        List<Interval> muted = muted(facts);
        return overlaps.stream().flatMap(o -> spans(o, openings, muted)).toList();
    }

    /**
     * A maximal interval with at least two processes active.
     *
     * @param anchor the last of the opening events active at its first instant
     * @param to {@link Span#NEVER} while it lasts
     */
    public record Overlap(Fact<?> anchor, Instant from, Instant to) {}

    /** Every overlap, whether or not there is a plan, in time order. */
    public static List<Overlap> overlaps(View facts) {
        List<Activity> social = Stream.concat(facts.investigations().stream(), facts.supports().stream())
                .toList();
        List<Activity> openings = Stream.of(social, facts.bup(), facts.inquiries())
                .flatMap(List::stream)
                .toList();
        return overlaps(social, facts.bup(), facts.inquiries()).stream()
                .map(o -> new Overlap(anchor(openings, o), o.from(), o.to()))
                .toList();
    }

    private static Fact<?> anchor(List<Activity> openings, Interval o) {
        return activeAt(openings, o.from()).max(Order.FACTS).orElseThrow();
    }

    /** Each maximal interval with at least two processes active. */
    private static List<Interval> overlaps(List<Activity> social, List<Activity> health, List<Activity> school) {
        List<Interval> s = Interval.union(social);
        List<Interval> h = Interval.union(health);
        List<Interval> k = Interval.union(school);
        return Interval.maximal(Stream.of(Interval.both(s, h), Interval.both(s, k), Interval.both(h, k))
                .flatMap(List::stream)
                .toList());
    }

    private List<Interval> muted(View facts) {
        Stream<Interval> plans = Interval.union(facts.sips()).stream();
        Stream<Interval> refusals = facts.of(SipRefused.class).stream()
                .map(x -> new Interval(x.at(), Calendar.plusDays(x.at(), settings.refusalDays)));
        return Interval.maximal(Stream.concat(plans, refusals).toList());
    }

    private Stream<Span> spans(Interval o, List<Activity> openings, List<Interval> muted) {
        Fact<?> anchor = anchor(openings, o);
        Interval late = new Interval(Calendar.plusDays(o.from(), settings.overlapDays), o.to());
        return late.minus(muted).stream().map(i -> {
            Instant due = Calendar.end(Calendar.workingDayAfter(Calendar.day(i.from()), settings.workingDays));
            List<Evidence> evidence = Stream.concat(Stream.of(anchor), activeAt(openings, i.from()))
                    .distinct()
                    .map(Evidence::of)
                    .toList();
            return new Span(Anchor.of(anchor), i.from(), i.to(), due, evidence);
        });
    }

    private static Stream<Fact<?>> activeAt(List<Activity> openings, Instant t) {
        return openings.stream().filter(a -> a.isActiveAt(t)).map(Activity::opener);
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return Set.of(
                InvestigationClosed.class,
                SupportEnded.class,
                BupClosed.class,
                AbsenceInquiryClosed.class,
                SipStarted.class,
                SipRefused.class);
    }

    @Override
    public List<Condition> conditions(Span span, View facts) {
        List<Activity> social = Stream.concat(facts.investigations().stream(), facts.supports().stream())
                .toList();
        List<Agency> active = Stream.of(
                        active(SOCIAL_SERVICES, social, span.from()),
                        active(REGION, facts.bup(), span.from()),
                        active(SCHOOL, facts.inquiries(), span.from()))
                .flatMap(agency -> agency)
                .toList();
        Agency[] of = active.toArray(Agency[]::new);
        Stream<Condition> lasted = overlaps(social, facts.bup(), facts.inquiries()).stream()
                .filter(o -> o.holdsAt(span.from()))
                .map(o -> Condition.daysAtLeast(
                        Condition.Kind.LASTED, o.from(), facts.until(o.to()), settings.overlapDays, of));
        String which = active.stream().map(Enum::name).collect(joining(", "));
        return Stream.concat(
                        Stream.of(Condition.of(Condition.Kind.PROCESSES, which + " (≥ 2)", active.size() >= 2, of)),
                        lasted)
                .toList();
    }

    private static Stream<Agency> active(Agency agency, List<Activity> any, Instant t) {
        return any.stream().anyMatch(a -> a.isActiveAt(t)) ? Stream.of(agency) : Stream.of();
    }
}
