package se.samordna.rules;

/** What siblings and newer identities told a child, as versioned bytes. A history holds Avro and has a form of its own. */
public final class CrossingBytes {

    private static final int VERSION = 1;

    private CrossingBytes() {}

    public static byte[] write(SiblingTold told) {
        Sink out = begun(told);
        out.list(told.aliases(), out::uuid);
        out.list(told.links(), l -> out.instant(l.at()).uuid(l.eventId()).flag(l.linked()));
        out.list(told.triggers(), t -> out.instant(t.at()).uuid(t.eventId()));
        return out.bytes();
    }

    public static byte[] write(MergedInto told) {
        Sink out = begun(told);
        out.list(told.path(), c -> out.uuid(c.into()).instant(c.at()).uuid(c.eventId()));
        return out.bytes();
    }

    private static Sink begun(Crossing told) {
        return new Sink().number(VERSION).code(told.kind()).uuid(told.teller());
    }

    public static Crossing read(byte[] bytes) {
        Tap in = new Tap(bytes);
        in.version(VERSION);
        return switch (in.code(Crossing.Kind.class)) {
            case SIBLING ->
                new SiblingTold(
                        in.uuid(),
                        in.list(in::uuid),
                        in.list(() -> new SiblingTold.Link(in.instant(), in.uuid(), in.flag())),
                        in.list(() -> new SiblingTold.Trigger(in.instant(), in.uuid())));
            case MERGE ->
                new MergedInto(in.uuid(), in.list(() -> new MergedInto.Claim(in.uuid(), in.instant(), in.uuid())));
            case HISTORY -> throw new IllegalStateException("a history has a form of its own");
        };
    }
}
