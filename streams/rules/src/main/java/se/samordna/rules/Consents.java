package se.samordna.rules;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.samordna.rules.SharedFact.ConsentGiven;
import se.samordna.rules.SharedFact.ConsentWithdrawn;

/** The consents of a child at an instant: of each id the last given or withdrawn; at the same instant, withdrawn. */
final class Consents {

    private final Map<String, Fact<ConsentGiven>> given = new HashMap<>();
    private final Map<String, Instant> withdrawn = new HashMap<>();
    private final Instant now;

    Consents(Standing standing, Instant now) {
        this.now = now;
        for (Fact<ConsentGiven> f : standing.of(ConsentGiven.class, now)) {
            given.put(f.body().consentId(), f);
        }
        for (Fact<ConsentWithdrawn> f : standing.of(ConsentWithdrawn.class, now)) {
            withdrawn.put(f.body().consentId(), f.at());
        }
    }

    /** Whether an event of an agency may be joined on the consent of this id. */
    GateStatus status(Optional<String> consentId, Agency agency) {
        Fact<ConsentGiven> last = consentId.map(given::get).orElse(null);
        if (last == null) {
            return GateStatus.NO_CONSENT;
        } else if (!isActive(last)) {
            return GateStatus.CONSENT_ENDED;
        }
        boolean reachesSocial =
                agency == Agency.SOCIAL_SERVICES || last.body().to().contains(Agency.SOCIAL_SERVICES);
        return last.body().from().contains(agency) && reachesSocial
                ? GateStatus.RELEASED
                : GateStatus.CONSENT_NOT_COVERING;
    }

    /** Whether an active consent of any id names the agency in its {@code to}. */
    boolean anyTo(Agency agency) {
        return given.values().stream()
                .anyMatch(f -> isActive(f) && f.body().to().contains(agency));
    }

    /** When the first of the active ones runs out. */
    Optional<Instant> nextEnd() {
        return given.values().stream()
                .filter(this::isActive)
                .flatMap(f -> f.body().validUntil().stream().map(Calendar::end))
                .min(Instant::compareTo);
    }

    private boolean isActive(Fact<ConsentGiven> last) {
        Instant ended = withdrawn.get(last.body().consentId());
        boolean stands = ended == null || ended.isBefore(last.at());
        return stands
                && last.body()
                        .validUntil()
                        .map(d -> now.isBefore(Calendar.end(d)))
                        .orElse(true);
    }
}
