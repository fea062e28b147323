package se.samordna.rules.oracle;

import java.time.Instant;
import java.util.Optional;
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
import se.samordna.rules.oracle.Settled.E;

/** Which processes of R07 are active at an instant. */
final class Processes {

    private static final long DAY = 86_400_000;

    private Processes() {}

    static int processes(World w, Instant t) {
        return (social(w, t).findAny().isPresent() ? 1 : 0)
                + (health(w, t).findAny().isPresent() ? 1 : 0)
                + (school(w, t).findAny().isPresent() ? 1 : 0);
    }

    static Stream<E> openings(World w, Instant t) {
        return Stream.of(social(w, t), health(w, t), school(w, t)).flatMap(s -> s);
    }

    private static Stream<E> social(World w, Instant t) {
        return Stream.concat(
                w.active(
                        InvestigationOpened.class,
                        InvestigationOpened::investigationId,
                        InvestigationClosed.class,
                        InvestigationClosed::investigationId,
                        t),
                w.active(
                        SupportStarted.class,
                        SupportStarted::supportId,
                        SupportEnded.class,
                        SupportEnded::supportId,
                        t));
    }

    private static Stream<E> school(World w, Instant t) {
        return w.active(
                AbsenceInquiryOpened.class,
                AbsenceInquiryOpened::inquiryId,
                AbsenceInquiryClosed.class,
                AbsenceInquiryClosed::inquiryId,
                t);
    }

    /** Walks contacts and closings; at one instant a closing also closes what opens there. */
    static Stream<E> health(World w, Instant t) {
        Optional<E> open = Optional.empty();
        for (E e : w.events()) {
            if (e.at().isAfter(t)) {
                break;
            }
            boolean closesNow = w.of(BupClosed.class).stream().anyMatch(c -> c.at().equals(e.at()));
            if (e.is(BupClosed.class)) {
                open = Optional.empty();
            } else if (e.is(BupContact.class) && open.isEmpty() && !closesNow) {
                open = Optional.of(e);
            }
        }
        return open.stream();
    }

    static boolean muted(World w, Instant t) {
        boolean sip = w.active(SipStarted.class, SipStarted::sipId, SipClosed.class, SipClosed::sipId, t)
                .findAny()
                .isPresent();
        return sip
                || w.of(SipRefused.class).stream()
                        .anyMatch(x -> !x.at().isAfter(t)
                                && x.at().plusMillis(90 * DAY).isAfter(t));
    }
}
