package se.samordna.bench;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import se.samordna.events.AbsenceInquiryClosed;
import se.samordna.events.AbsenceInquiryOpened;
import se.samordna.events.Agency;
import se.samordna.events.BupClosed;
import se.samordna.events.BupContact;
import se.samordna.events.BupContactKind;
import se.samordna.events.ConcernReason;
import se.samordna.events.ConcernReportReceived;
import se.samordna.events.EventHeader;
import se.samordna.events.GoalsMet;
import se.samordna.events.Ground;
import se.samordna.events.InvestigationClosed;
import se.samordna.events.InvestigationOpened;
import se.samordna.events.InvestigationOutcome;
import se.samordna.events.JointVisitDone;
import se.samordna.events.PoliceIncident;
import se.samordna.events.PoliceIncidentKind;
import se.samordna.events.PreliminaryAssessmentDecided;
import se.samordna.events.PreliminaryOutcome;
import se.samordna.events.ProtectionAssessed;
import se.samordna.events.ReporterType;
import se.samordna.events.SipClosed;
import se.samordna.events.SipStarted;
import se.samordna.schemas.Topics;

/**
 * What happens to one child besides school days: some reports, incidents and overlaps, five events each on average, as
 * many as keep attendance at 95 of 100 events. What should follow often does, in time or too late, and sometimes never.
 */
final class Stories {
    private static final double STORIES_PER_SCHOOL_DAY = 0.0526 / 4.0;

    private final Load load;
    private final int child;
    private final Dice dice;
    private final Headers headers;
    private final List<Sent> events = new ArrayList<>();

    Stories(Load load, int child) {
        this.load = load;
        this.child = child;
        dice = load.dice();
        headers = new Headers(load);
    }

    Stream<Sent> events() {
        double expected = STORIES_PER_SCHOOL_DAY * load.schoolDays();
        int whole = (int) expected;
        int number = whole + (dice.share(child, 0, 11) < expected - whole ? 1 : 0);
        for (int story = 0; story < number; story++) {
            int day = dice.below(load.schoolDays(), child, story, 12);
            Instant from = load.date(day)
                    .atTime(7 + dice.below(10, child, story, 13), dice.below(60, child, story, 14))
                    .toInstant(ZoneOffset.UTC);
            switch (dice.below(3, child, story, 15)) {
                case 0 -> report(story, from, ReporterType.SCHOOL);
                case 1 -> incident(story, from);
                default -> overlap(story, from);
            }
        }
        return events.stream().filter(sent -> sent.at().isBefore(load.end()));
    }

    private void report(int story, Instant at, ReporterType reporter) {
        String id = "r" + story;
        social(at, h -> new ConcernReportReceived(h, id, reporter, List.of(ConcernReason.NEGLECT), false));
        if (often(story, 21)) {
            social(at.plus(hours(story, 22, 40), ChronoUnit.HOURS), h -> new ProtectionAssessed(h, id, false));
        }
        Instant decided = at.plus(hours(story, 23, 20 * 24), ChronoUnit.HOURS);
        if (often(story, 24)) {
            social(decided, h -> new PreliminaryAssessmentDecided(h, id, PreliminaryOutcome.OPEN));
            investigation(story, decided.plus(1, ChronoUnit.HOURS), id);
        }
    }

    @SuppressWarnings("NullAway") // an investigation may name no report
    private void investigation(int story, Instant at, String report) {
        String id = "i" + story;
        social(at, h -> new InvestigationOpened(h, id, report.isEmpty() ? null : report, List.of("FAMILY")));
        if (often(story, 31)) {
            social(
                    at.plus(hours(story, 32, 120 * 24), ChronoUnit.HOURS),
                    h -> new InvestigationClosed(h, id, InvestigationOutcome.SUPPORT));
        }
    }

    private void incident(int story, Instant at) {
        String id = "p" + story;
        add(
                Agency.POLICE,
                Ground.CHILD_CARE_NEED,
                at,
                h -> new PoliceIncident(h, id, PoliceIncidentKind.DOMESTIC_VIOLENCE, true));
        report(story, at.plus(hours(story, 41, 30), ChronoUnit.HOURS), ReporterType.POLICE);
        if (often(story, 42)) {
            social(at.plus(hours(story, 43, 72), ChronoUnit.HOURS), h -> new JointVisitDone(h, id, true));
        }
    }

    private void overlap(int story, Instant at) {
        investigation(story, at, "");
        add(
                Agency.REGION,
                Ground.CHILD_CARE_NEED,
                at.plus(2, ChronoUnit.DAYS),
                h -> new BupContact(h, "b" + story, BupContactKind.FIRST_VISIT));
        Instant inquiry = at.plus(hours(story, 51, 10 * 24), ChronoUnit.HOURS);
        add(Agency.SCHOOL, Ground.CHILD_CARE_NEED, inquiry, h -> new AbsenceInquiryOpened(h, "a" + story));
        if (often(story, 52)) {
            Instant sip = at.plus(hours(story, 53, 40 * 24), ChronoUnit.HOURS);
            social(sip, h -> new SipStarted(h, "s" + story, List.of(Agency.SCHOOL, Agency.REGION)));
            social(sip.plus(30, ChronoUnit.DAYS), h -> new SipClosed(h, "s" + story, GoalsMet.PARTLY));
        } else {
            add(Agency.REGION, Ground.CHILD_CARE_NEED, at.plus(60, ChronoUnit.DAYS), BupClosed::new);
            add(
                    Agency.SCHOOL,
                    Ground.CHILD_CARE_NEED,
                    inquiry.plus(50, ChronoUnit.DAYS),
                    h -> new AbsenceInquiryClosed(h, "a" + story));
        }
    }

    private void social(Instant at, Function<EventHeader, SpecificRecord> body) {
        add(Agency.SOCIAL_SERVICES, Ground.OWN, at, body);
    }

    private void add(Agency agency, Ground ground, Instant at, Function<EventHeader, SpecificRecord> body) {
        EventHeader header = headers.of(child, events.size(), agency, ground, at);
        events.add(new Sent(Topics.events(agency), load.childId(child), at, body.apply(header)));
    }

    private boolean often(int story, int salt) {
        return dice.share(child, story, salt) < 0.75;
    }

    private int hours(int story, int salt, int bound) {
        return 1 + dice.below(bound, child, story, salt);
    }
}
