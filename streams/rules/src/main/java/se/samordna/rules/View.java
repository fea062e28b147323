package se.samordna.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The effective facts of a child at an instant, as a rule or an indicator may see them. */
public final class View {

    /** Sees one line of attendance. Minutes as sent; the date as {@link LocalDate#toEpochDay}. */
    @FunctionalInterface
    public interface Attendance {
        void line(int epochDay, String municipality, boolean reported, int offered, int valid, int invalid);
    }

    /** An agency's own facts, whatever their ground. */
    public static View own(Child child, Instant now, Agency agency) {
        throw new UnsupportedOperationException("to come");
    }

    /** The facts that the gate released. */
    public static View released(Child child, Instant now) {
        throw new UnsupportedOperationException("to come");
    }

    /** Every fact. */
    public static View all(Child child, Instant now) {
        throw new UnsupportedOperationException("to come");
    }

    public Instant now() {
        throw new UnsupportedOperationException("to come");
    }

    /** The facts of a type, in {@link Order#FACTS}. Attendance is not among them. */
    public <B extends Body> List<Fact<B>> of(Class<B> type) {
        throw new UnsupportedOperationException("to come");
    }

    /** The lines of attendance of the days from {@code first} through {@code last}, in no order. */
    public void attendance(LocalDate first, LocalDate last, Attendance reader) {
        throw new UnsupportedOperationException("to come");
    }

    /** The runs of high absence, in time order. */
    public List<Run> runs() {
        throw new UnsupportedOperationException("to come");
    }
}
