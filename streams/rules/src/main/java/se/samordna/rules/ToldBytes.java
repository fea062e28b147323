package se.samordna.rules;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.samordna.rules.Timeliness.Answered;

/** {@link Told} as versioned bytes, for a store's head record. */
public final class ToldBytes {

    /**
     * Version 2 has what other children were told, version 3 the number of the last of it too, version 4 what indicators
     * were told of an alert, in the number that tells it from a notice; without any, version 1 is written as before.
     */
    private static final int VERSION = 4;

    private static final int NUMBERED = 3;
    private static final int NOTICE = 0;
    private static final int ALERT = 1;

    private ToldBytes() {}

    public static byte[] write(Told told) {
        int version = version(told);
        Sink out = new Sink().number(version).number(told.rules());
        out.list(told.ofRules(), r -> {
            out.code(r.rule()).instant(r.judgeAt().orElse(Span.NEVER));
            out.list(r.entries(), e -> entry(out, e));
        });
        if (version > 1) {
            out.list(
                    told.crossed(),
                    c -> out.code(c.to().kind()).uuid(c.to().child()).number(c.print()));
        }
        if (version >= NUMBERED) {
            out.number(told.numbered());
        }
        return out.bytes();
    }

    private static int version(Told told) {
        for (Told.OfRule rule : told.ofRules()) {
            for (Told.Entry entry : rule.entries()) {
                if (entry.answered() != Answered.UNTOLD) {
                    return VERSION;
                }
            }
        }
        if (told.numbered() > 0) {
            return NUMBERED;
        }
        return told.crossed().isEmpty() ? 1 : 2;
    }

    private static void entry(Sink out, Told.Entry e) {
        out.code(e.recipient()).text(e.municipality()).code(e.ground()).number(e.revision());
        switch (e.telling()) {
            case Notice n -> {
                out.number(NOTICE).uuid(n.alertId()).uuid(n.childId()).text(n.code());
                out.code(n.status()).instant(n.dueAt());
            }
            case Alert a -> {
                out.number(ALERT + e.answered().ordinal())
                        .uuid(a.alertId())
                        .code(a.rule())
                        .number(a.version())
                        .number(a.settings());
                out.uuid(a.childId()).text(a.municipality()).code(a.severity()).number(a.level());
                out.code(a.status()).instant(a.openedAt()).instant(a.dueAt());
                out.instant(a.resolvedAt().orElse(Span.NEVER)).flag(a.overdue()).text(a.anchor());
                out.list(a.evidence(), v -> evidence(out, v)).list(a.supersedes(), out::uuid);
                out.list(a.supersededBy().stream().toList(), out::uuid);
            }
        }
    }

    private static void evidence(Sink out, Evidence e) {
        out.uuid(e.eventId()).text(e.type().orElse(""));
        out.number(e.agency().map(Agency::ordinal).orElse(-1));
    }

    /** {@link Told#rules} alone. */
    public static int rules(byte[] bytes) {
        Tap in = new Tap(bytes);
        in.versionUpTo(VERSION);
        return in.small();
    }

    public static Told read(byte[] bytes) {
        Tap in = new Tap(bytes);
        int version = in.versionUpTo(VERSION);
        int rules = in.small();
        return new Told(
                rules,
                in.list(() -> new Told.OfRule(in.code(RuleId.class), in.optionalInstant(), in.list(() -> entry(in)))),
                version == 1 ? List.of() : in.list(() -> crossed(in)),
                version < NUMBERED ? 0 : in.number());
    }

    private static Told.Crossed crossed(Tap in) {
        return new Told.Crossed(new Crossing.Key(in.code(Crossing.Kind.class), in.uuid()), in.number());
    }

    private static Told.Entry entry(Tap in) {
        Agency recipient = in.code(Agency.class);
        String municipality = in.text();
        Ground ground = in.code(Ground.class);
        int revision = in.small();
        int kind = in.small();
        return kind == NOTICE
                ? new Told.Entry(recipient, municipality, ground, revision, notice(in))
                : new Told.Entry(recipient, municipality, ground, revision, alert(in), Answered.values()[kind - ALERT]);
    }

    private static Telling notice(Tap in) {
        return new Notice(in.uuid(), in.uuid(), in.text(), in.code(Status.class), in.instant());
    }

    private static Telling alert(Tap in) {
        return new Alert(
                in.uuid(),
                in.code(RuleId.class),
                in.small(),
                in.small(),
                in.uuid(),
                in.text(),
                in.code(Severity.class),
                in.small(),
                in.code(Status.class),
                in.instant(),
                in.instant(),
                in.optionalInstant(),
                in.flag(),
                in.text(),
                in.list(() -> evidence(in)),
                in.list(in::uuid),
                first(in.list(in::uuid)));
    }

    private static Evidence evidence(Tap in) {
        UUID id = in.uuid();
        Optional<String> type = Optional.of(in.text()).filter(t -> !t.isEmpty());
        int agency = in.small();
        return new Evidence(id, type, agency < 0 ? Optional.empty() : Optional.of(Agency.values()[agency]));
    }

    private static Optional<UUID> first(List<UUID> ids) {
        return ids.stream().findFirst();
    }
}
