package se.samordna.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.samordna.rules.RegionFact.BupClosed;
import se.samordna.rules.RegionFact.BupContact;
import se.samordna.rules.RegionFact.BupReferralReceived;
import se.samordna.rules.RegionFact.ContactKind;

/** What a referral to child psychiatry (BUP) waits for: its first visit, unless BUP closes before. */
public final class FirstVisits {

    private final List<Fact<BupContact>> visits;
    private final Closers closed;

    public FirstVisits(View facts) {
        visits = facts.of(BupContact.class).stream()
                .filter(c -> c.body().kind() == ContactKind.FIRST_VISIT)
                .toList();
        closed = new Closers().addAny(facts.of(BupClosed.class));
    }

    /** The first visit at or after the referral. */
    public Optional<Fact<BupContact>> of(Fact<BupReferralReceived> b) {
        return visits.stream().filter(v -> !v.at().isBefore(b.at())).findFirst();
    }

    /** The instant at which the waiting ends; {@link Span#NEVER} if it has not. */
    public Instant waitEnds(Fact<BupReferralReceived> b) {
        Instant end = closed.first(b.at());
        Instant visit = of(b).map(Fact::at).orElse(Span.NEVER);
        return visit.isBefore(end) ? visit : end;
    }
}
