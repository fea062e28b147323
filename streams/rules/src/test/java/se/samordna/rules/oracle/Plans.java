package se.samordna.rules.oracle;

import static se.samordna.rules.oracle.World.body;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import se.samordna.rules.Agency;
import se.samordna.rules.SharedFact.SipClosed;
import se.samordna.rules.SharedFact.SipMeetingHeld;
import se.samordna.rules.SharedFact.SipStarted;
import se.samordna.rules.SocialFact.IrmelinCaseResolved;
import se.samordna.rules.SocialFact.LssDecided;
import se.samordna.rules.SocialFact.SupportEnded;
import se.samordna.rules.SocialFact.SupportStarted;
import se.samordna.rules.oracle.Settled.E;

/** R08 and R26: plans to follow up and plans that are missing. */
final class Plans {

    private static final long DAY = 86_400_000;

    private Plans() {}

    static List<Found> r08(World w) {
        List<Found> found = new ArrayList<>();
        for (E s : w.of(SipStarted.class)) {
            SipStarted sip = body(s, SipStarted.class);
            Instant from = s.at().plusMillis(21 * DAY);
            Instant to = w.until(s, c -> isMeeting(c, sip.sipId()) || isEnd(c, sip.sipId()));
            found.add(Found.of("R08", s, from, to, from.plusMillis(7 * DAY), List.of(s))
                    .toldTo(sip.members()));
        }
        List<E> all = w.events();
        for (E m : w.of(SipMeetingHeld.class)) {
            SipMeetingHeld meeting = body(m, SipMeetingHeld.class);
            if (meeting.nextFollowUp().isEmpty()) {
                continue;
            }
            Instant from = Settled.end(meeting.nextFollowUp().get());
            from = from.isBefore(m.at()) ? m.at() : from;
            Instant to = w.until(m, c -> isEnd(c, meeting.sipId()));
            List<Agency> members = List.of();
            for (int i = 0; i < all.size(); i++) {
                E e = all.get(i);
                if (i > all.indexOf(m) && isMeeting(e, meeting.sipId()) && e.at().isBefore(to)) {
                    to = e.at();
                }
                if (e.event().body() instanceof SipStarted s
                        && s.sipId().equals(meeting.sipId())
                        && !e.at().isAfter(m.at())) {
                    members = s.members();
                }
            }
            found.add(Found.of("R08", m, from, to, from.plusMillis(7 * DAY), List.of(m))
                    .toldTo(members));
        }
        return found;
    }

    private static boolean isMeeting(E e, String sipId) {
        return e.event().body() instanceof SipMeetingHeld m && m.sipId().equals(sipId);
    }

    private static boolean isEnd(E e, String sipId) {
        return e.event().body() instanceof SipClosed c && c.sipId().equals(sipId);
    }

    static List<Found> r26(World w) {
        List<Found> found = new ArrayList<>();
        for (E lss : w.of(LssDecided.class).stream().limit(1).toList()) {
            List<Instant> turns = w.events().stream().map(E::at).toList();
            List<World.Stretch> both = World.stretches(
                    turns,
                    t -> !t.isBefore(lss.at()) && supports(w, t).findAny().isPresent());
            for (World.Stretch o : both) {
                boolean planned = w.active(
                                SipStarted.class, SipStarted::sipId, SipClosed.class, SipClosed::sipId, o.from())
                        .findAny()
                        .isPresent();
                Instant from = o.from().plusMillis(30 * DAY);
                Instant to = w.events().stream()
                        .filter(e -> e.is(SipStarted.class) || e.is(IrmelinCaseResolved.class))
                        .map(E::at)
                        .filter(t -> !t.isBefore(o.from()) && t.isBefore(o.to()))
                        .findFirst()
                        .orElse(o.to());
                E anchor = Stream.concat(Stream.of(lss), supports(w, o.from()))
                        .max(Comparator.comparing(E::at).thenComparing(E::id))
                        .orElseThrow();
                List<E> evidence = Stream.of(Stream.of(anchor, lss), supports(w, from))
                        .flatMap(e -> e)
                        .distinct()
                        .toList();
                if (!planned) {
                    found.add(Found.of("R26", anchor, from, to, from.plusMillis(14 * DAY), evidence));
                }
            }
        }
        return found;
    }

    private static Stream<E> supports(World w, Instant t) {
        return w.active(
                SupportStarted.class, SupportStarted::supportId, SupportEnded.class, SupportEnded::supportId, t);
    }
}
