package se.samordna.rules;

import java.util.Optional;

/** What lines of attendance have in common, so that a packed line holds only a number for it. */
record Origin(
        String municipality,
        Agency agency,
        String source,
        Ground ground,
        Optional<String> consentId,
        ProtectedIdentity protectedIdentity) {

    static Origin of(Event e) {
        return new Origin(e.municipality(), e.agency(), e.source(), e.ground(), e.consentId(), e.protectedIdentity());
    }

    boolean of(Agency a) {
        return agency == a;
    }

    boolean isOf(Event e) {
        return municipality.equals(e.municipality())
                && agency == e.agency()
                && source.equals(e.source())
                && ground == e.ground()
                && protectedIdentity == e.protectedIdentity()
                && consentId.equals(e.consentId());
    }

    boolean isConditional() {
        return ground.isConditional();
    }

    boolean protects() {
        return protectedIdentity != ProtectedIdentity.NONE;
    }
}
