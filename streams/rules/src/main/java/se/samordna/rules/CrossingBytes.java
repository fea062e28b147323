package se.samordna.rules;

/** What siblings and newer identities told a child, as versioned bytes. A history holds Avro and has a form of its own. */
public final class CrossingBytes {

    /** Version 2 has the number it came with; without one, version 1 is written as before. */
    private static final int VERSION = 2;

    private CrossingBytes() {}

    /** The content alone. */
    static byte[] write(SiblingTold told) {
        return write(told, 0);
    }

    /** The content alone. */
    static byte[] write(MergedInto told) {
        return write(told, 0);
    }

    /** @param number as {@link Kin#number}, 0 if it has none */
    public static byte[] write(SiblingTold told, long number) {
        Sink out = begun(told, number);
        out.list(told.aliases(), out::uuid);
        out.list(told.links(), l -> out.instant(l.at()).uuid(l.eventId()).flag(l.linked()));
        out.list(told.triggers(), t -> out.instant(t.at()).uuid(t.eventId()));
        return out.bytes();
    }

    /** @param number as {@link Kin#number}, 0 if it has none */
    public static byte[] write(MergedInto told, long number) {
        Sink out = begun(told, number);
        out.list(told.path(), c -> out.uuid(c.into()).instant(c.at()).uuid(c.eventId()));
        return out.bytes();
    }

    private static Sink begun(Crossing told, long number) {
        Sink out = new Sink();
        if (number == 0) {
            out.number(1);
        } else {
            out.number(VERSION).number(number);
        }
        return out.code(told.kind()).uuid(told.teller());
    }

    /** The number it came with, 0 if it had none. */
    public static long number(byte[] bytes) {
        return number(new Tap(bytes));
    }

    private static long number(Tap in) {
        return in.versionUpTo(VERSION) == 1 ? 0 : in.number();
    }

    public static Crossing read(byte[] bytes) {
        Tap in = new Tap(bytes);
        number(in);
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
