package se.samordna.rules;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The disclosure policy: a table from rule × recipient × ground of the anchor to nothing, a coded notice, or the alert
 * in full, and the ground that the ledger records (design decision 5). What the table does not allow is not written.
 */
public final class Disclose {

    /** Version of the policy: of how the table is made from the rules' rows. */
    public static final int VERSION = 2;

    /** What a recipient may be told. */
    public sealed interface Allowed {

        /** Nothing at all. */
        record Nothing() implements Allowed {}

        /**
         * A notice with a code.
         *
         * @param consent whether an active consent must name the recipient
         */
        record Coded(String code, boolean consent, Ground ground) implements Allowed {}

        /** A notice with the one of these codes that the alert names for the recipient; nothing while it names none. */
        record ByAlert(List<String> codes, Ground ground) implements Allowed {}

        /** A notice while the recipient has an open case by its own events and the anchor is released. */
        record IfCaseOpen(String code, Ground ground) implements Allowed {}

        /** The alert; to any but social services with its own events of the evidence only. */
        record Full(Ground ground) implements Allowed {}
    }

    /** One line of the table. */
    public record Line(RuleId rule, Agency recipient, Ground ground, Allowed allowed) {}

    private static final Allowed NOTHING = new Allowed.Nothing();

    private final Map<RuleId, Map<Agency, Map<Ground, Allowed>>> table = new EnumMap<>(RuleId.class);

    public Disclose(Rules rules) {
        for (Rule rule : rules.all()) {
            Map<Agency, Map<Ground, Allowed>> byRecipient = new EnumMap<>(Agency.class);
            for (Tells tells : rule.card().tells()) {
                Map<Ground, Allowed> byGround = new EnumMap<>(Ground.class);
                for (Ground ground : Ground.values()) {
                    byGround.put(ground, allowed(rule.card().reads(), tells, ground));
                }
                byRecipient.put(tells.to(), byGround);
            }
            table.put(rule.card().id(), byRecipient);
        }
    }

    private static Allowed allowed(Reads reads, Tells tells, Ground anchor) {
        boolean own = reads instanceof Reads.Own(Agency agency) && agency == tells.to();
        if (own && tells.full()) {
            return new Allowed.Full(Ground.OWN);
        } else if (tells.byAlert() && tells.onGround().isPresent()) {
            return new Allowed.ByAlert(tells.codes(), tells.onGround().get());
        } else if (anchor == Ground.NONE) {
            return NOTHING;
        } else if (tells.full()) {
            return new Allowed.Full(anchor);
        } else if (tells.byAlert()) {
            return new Allowed.ByAlert(tells.codes(), anchor);
        } else if (tells.ifCaseOpen()) {
            return new Allowed.IfCaseOpen(tells.codes().getFirst(), anchor);
        }
        Ground recorded = tells.consent() ? Ground.CONSENT : anchor;
        return new Allowed.Coded(tells.codes().getFirst(), tells.consent(), recorded);
    }

    /** What the table says. */
    public Allowed allowed(RuleId rule, Agency recipient, Ground ground) {
        return table.getOrDefault(rule, Map.of())
                .getOrDefault(recipient, Map.of())
                .getOrDefault(ground, NOTHING);
    }

    /** The whole table, for the policy page. */
    public List<Line> lines() {
        return table.entrySet().stream()
                .flatMap(r -> r.getValue().entrySet().stream()
                        .flatMap(a -> a.getValue().entrySet().stream()
                                .map(g -> new Line(r.getKey(), a.getKey(), g.getKey(), g.getValue()))))
                .toList();
    }

    /** The telling of an alert to a recipient and the ground for it; empty if it may not be told. */
    Optional<Told.Entry> entry(Alert whole, Span span, Agency recipient, Moment moment) {
        return switch (allowed(whole.rule(), recipient, span.anchor().ground())) {
            case Allowed.Nothing() -> Optional.empty();
            case Allowed.Full(Ground ground) ->
                Optional.of(new Told.Entry(
                        recipient, whole.municipality(), ground, 0, full(whole, recipient, moment.isProtected())));
            case Allowed.Coded(String code, boolean consent, Ground ground) ->
                consent && !moment.gate().consentTo(recipient)
                        ? Optional.empty()
                        : Optional.of(new Told.Entry(recipient, whole.municipality(), ground, 0, notice(whole, code)));
            case Allowed.IfCaseOpen(String code, Ground ground) ->
                moment.gate().releases(span.anchor()) && moment.isCaseOpen(recipient)
                        ? Optional.of(new Told.Entry(recipient, whole.municipality(), ground, 0, notice(whole, code)))
                        : Optional.empty();
            case Allowed.ByAlert(List<String> codes, Ground ground) ->
                span.told(recipient, moment.now())
                        .filter(codes::contains)
                        .map(code -> new Told.Entry(recipient, whole.municipality(), ground, 0, notice(whole, code)));
        };
    }

    private static Alert full(Alert whole, Agency recipient, boolean isProtected) {
        if (recipient == Agency.SOCIAL_SERVICES && whole.evidence().size() == 1 && !isProtected
                || whole.evidence().size() == 1 && isOf(whole.evidence().getFirst(), recipient)) {
            return whole; // the usual case: nothing to leave out or sort
        }
        return whole.with(whole.evidence().stream()
                .filter(e -> recipient == Agency.SOCIAL_SERVICES || isOf(e, recipient))
                .map(e -> isProtected && !isOf(e, recipient) ? e.idOnly() : e)
                .sorted(Comparator.comparing(Evidence::eventId, Order.IDS))
                .toList());
    }

    private static boolean isOf(Evidence evidence, Agency agency) {
        return evidence.agency().isPresent() && evidence.agency().get() == agency;
    }

    private static Notice notice(Alert whole, String code) {
        Status status = switch (whole.status()) {
            case OPEN, ACKNOWLEDGED -> Status.OPEN;
            case CLOSED, RESOLVED -> Status.RESOLVED;
            case WITHDRAWN -> Status.WITHDRAWN;
        };
        return new Notice(whole.alertId(), whole.childId(), code, status, Calendar.end(Calendar.day(whole.dueAt())));
    }
}
