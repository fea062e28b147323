package se.samordna.rules;

import static se.samordna.rules.Agency.POLICE;
import static se.samordna.rules.Agency.REGION;
import static se.samordna.rules.Agency.SCHOOL;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.samordna.rules.SharedFact.SipClosed;
import se.samordna.rules.SharedFact.SipMeetingHeld;
import se.samordna.rules.SharedFact.SipStarted;

/**
 * SIP follow-up due: no meeting of a coordinated individual plan three weeks after its start, or after the day
 * agreed on.
 */
public record R08(Settings settings) implements Rule {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(
                    most = 180,
                    sv = "dagar efter starten ska ett möte ha hållits",
                    en = "days after the start by which to meet")
            int meetingDays,

            @Setting(sv = "dagar därefter att hålla det", en = "days then within which to hold it")
            int actDays)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 21, 7);
    }

    private static final String FOLLOW_UP_DUE = "sip-follow-up-due";

    private static final Card CARD = new Card(
            RuleId.R08,
            1,
            "sip-follow-up-due",
            new Card.Text(
                    "En samordnad individuell plan väntar på möte eller uppföljning.",
                    "A coordinated individual plan awaits a meeting or its follow-up."),
            new Card.Text(
                    "En SIP ska påbörjas utan dröjsmål och följas upp: ett möte inom {meetingDays} dagar, och sedan"
                            + " den dag som bestämts. Alla som är med i planen påminns.",
                    "A plan is to begin without delay and be followed up: a meeting within {meetingDays} days, and"
                            + " then on the day agreed. All its members are reminded."),
            "HSL 16:4",
            "HOLD_SIP_MEETING",
            Severity.MEDIUM,
            Severity.MEDIUM,
            new Reads.Released(),
            List.of(
                    Tells.full(SOCIAL_SERVICES),
                    Tells.noticeByAlert(REGION, List.of(FOLLOW_UP_DUE)),
                    Tells.noticeByAlert(SCHOOL, List.of(FOLLOW_UP_DUE)),
                    Tells.noticeByAlert(POLICE, List.of(FOLLOW_UP_DUE))),
            Set.of(SipStarted.class, SipMeetingHeld.class, SipClosed.class),
            false);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        List<Fact<SipStarted>> started = facts.of(SipStarted.class);
        List<Fact<SipMeetingHeld>> meetings = facts.of(SipMeetingHeld.class);
        Closers followed =
                new Closers().add(meetings, SipMeetingHeld::sipId).add(facts.of(SipClosed.class), SipClosed::sipId);
        Stream<Span> first = started.stream().map(s -> {
            Instant from = Calendar.plusDays(s.at(), settings.meetingDays);
            return span(s, from, followed.closing(s.body().sipId(), s), s.body().members());
        });
        Stream<Span> next = meetings.stream()
                .flatMap(m -> m.body().nextFollowUp().stream().map(f -> {
                    Instant from = Calendar.end(f).isBefore(m.at()) ? m.at() : Calendar.end(f);
                    return span(m, from, followed.closing(m.body().sipId(), m), members(started, m));
                }));
        return Stream.concat(first, next).toList();
    }

    private Span span(Fact<?> anchor, Instant from, Instant to, List<Agency> members) {
        Instant due = Calendar.plusDays(from, settings.actDays);
        return new Span(Anchor.of(anchor), from, to, due, List.of(Evidence.of(anchor)))
                .telling(members.stream()
                        .map(m -> new Note(m, FOLLOW_UP_DUE, from))
                        .toList());
    }

    /** Those of the last start of the plan at or before the meeting. */
    private static List<Agency> members(List<Fact<SipStarted>> started, Fact<SipMeetingHeld> m) {
        return started.stream()
                .filter(s -> s.body().sipId().equals(m.body().sipId()) && !s.at().isAfter(m.at()))
                .reduce((a, b) -> b)
                .map(s -> s.body().members())
                .orElse(List.of());
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return Set.of(SipMeetingHeld.class, SipClosed.class);
    }
}
