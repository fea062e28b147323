package se.samordna.indicators.units;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.rules.Body;
import se.samordna.rules.Calendar;
import se.samordna.rules.R07;
import se.samordna.rules.Reads;
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
import se.samordna.rules.View;

/**
 * I17: each time social services, child psychiatry and school, or two of them, have worked side by side for more than
 * 14 days, when these are over; in the numerator if there is a coordinated plan (SIP) then, or one was refused in the
 * last 90 days (SoL 2025:400 10:8, HSL 16:4; Östersund A5, Borås B3).
 */
record I17OverlapWithSip() implements UnitIndicator {

    private static final int OVERLAP_DAYS = 14;
    private static final int REFUSAL_DAYS = 90;

    @Override
    public Definition definition() {
        return Definitions.OVERLAP_WITH_SIP;
    }

    @Override
    public Reads reads() {
        return new Reads.Released();
    }

    @Override
    public Set<Class<? extends Body>> concerns() {
        return Set.of(
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
                SipRefused.class);
    }

    @Override
    public List<Unit> units(View facts) {
        return R07.overlaps(facts).stream()
                .flatMap(overlap -> {
                    Instant t = Calendar.plusDays(overlap.from(), OVERLAP_DAYS);
                    return overlap.to().isAfter(t)
                            ? Stream.of(Unit.due(overlap.anchor(), t, hasPlan(facts, t) || isRefused(facts, t)))
                            : Stream.empty();
                })
                .toList();
    }

    /** Whether a SIP is active. */
    static boolean hasPlan(View facts, Instant t) {
        return facts.sips().stream().anyMatch(sip -> sip.isActiveAt(t));
    }

    private static boolean isRefused(View facts, Instant t) {
        return facts.of(SipRefused.class).stream()
                .anyMatch(refused -> !refused.at().isAfter(t)
                        && Calendar.plusDays(refused.at(), REFUSAL_DAYS).isAfter(t));
    }
}
