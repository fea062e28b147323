package se.samordna.rules;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.samordna.rules.SchoolFact.AttendanceReported;

/** What a child has from others: what they told it, and itself together with those merged into it. */
public final class Kin {

    private final Child child;

    private Crossings told = Crossings.NONE;
    private Former former = Former.NONE;
    private Optional<byte[]> forgotten = Optional.empty();
    private Set<Crossing.Key> dirty = Set.of();
    private Optional<Child> whole = Optional.empty();

    Kin(Child child) {
        this.child = child;
    }

    Crossings told() {
        return told;
    }

    Former former() {
        return former;
    }

    void former(Former of) {
        former = of;
    }

    /**
     * What the application that keeps the child remembers of attendance whose lines are forgotten, in bytes of its own: it
     * goes with the child's history. Empty for one that remembers nothing but {@link Child#runs}.
     */
    public Optional<byte[]> forgotten() {
        return forgotten;
    }

    void forgotten(Optional<byte[]> remembered) {
        forgotten = remembered;
    }

    /**
     * Takes in what another child tells, unless it has told something newer: one may come late, or again, out of the
     * dead letters.
     *
     * @param number the teller's, greater than those of all it told before; 0 of a release that gave none, which holds
     *     until one with a number comes
     * @param cause why it says something else than before
     */
    public void accept(Crossing crossing, long number, Optional<Cause> cause) {
        Crossing.Key key = crossing.key();
        long known = told.number(key);
        if (number < known) {
            return;
        }
        Optional<Crossing> before = told.get(key);
        boolean same = before.isEmpty() ? crossing.nothing() : before.get().print() == crossing.print();
        if (same && number == known) {
            return;
        }
        told = told.with(crossing, number);
        Set<Crossing.Key> keys = new HashSet<>(dirty);
        keys.add(key);
        dirty = keys;
        if (!same) {
            changed();
            child.holdings().changes().crossing(crossing.kind(), cause);
        }
    }

    /** The last that another child told of a kind; empty if nothing. */
    public Optional<Crossing> get(Crossing.Key key) {
        return told.get(key);
    }

    /** The number of the last that another child told of a kind, be it that it is nothing; 0 if it has none. */
    public long number(Crossing.Key key) {
        return told.number(key);
    }

    /** The newer id whose child this one is now, by way of others if need be; empty while it stands for itself. */
    public Optional<UUID> mergedInto() {
        return claim().map(MergedInto::last);
    }

    /** Of a {@link #whole}: whether that id is one of those merged into it. */
    public boolean includes(UUID id) {
        return former.ids().contains(id);
    }

    /** The claim by another child that this one gives in to. */
    Optional<MergedInto> claim() {
        return told.claims().isEmpty()
                ? Optional.empty()
                : MergedInto.chosen(child.childId(), told.claims().values());
    }

    /** What siblings told, under any of its ids. */
    Collection<SiblingTold> siblings() {
        return former == Former.NONE ? told.siblings().values() : former.siblings();
    }

    /** @param number as {@link #number} gave it */
    public void restore(Crossing crossing, long number) {
        told = told.with(crossing, number);
    }

    /**
     * The child took an event of its own in. A further line of attendance, of which a merged pupil has one each school
     * day, joins the whole; for anything else that is put together anew.
     */
    void accepted(Event event, Outcome outcome) {
        if (whole.isPresent()) {
            Child joined = whole.get();
            boolean line = event.body() instanceof AttendanceReported reported
                    && event.corrects().isEmpty()
                    && outcome.equals(Outcome.STORED)
                    && reported.date().toEpochDay()
                            > joined.attendance().memory().through();
            if (line) {
                joined.accept(event, Joined.AT_ONCE);
                joined.changes().clear();
            } else {
                changed();
            }
        }
    }

    private void changed() {
        whole = Optional.empty();
    }

    Set<Crossing.Key> drain() {
        Set<Crossing.Key> keys = dirty;
        dirty = Set.of();
        return keys;
    }

    /** Whether the child with all that is merged into it is at hand, its own events included. */
    boolean isWhole() {
        return whole.isPresent() || told.histories().isEmpty();
    }

    /**
     * The child with all that is held of those merged into it: what is to be judged and shown. Itself if none are.
     */
    public Child whole(Instant now) {
        if (told.histories().isEmpty() || !child.standing().merges()) {
            return child;
        }
        List<HistoryOf.Part> parts = new Merges(child, now).parts();
        if (parts.isEmpty()) {
            return child;
        }
        Set<UUID> ids = parts.stream().map(HistoryOf.Part::childId).collect(Collectors.toSet());
        Child joined = whole.filter(known -> known.kin().former().ids().equals(ids))
                .orElseGet(() -> Joined.of(child, parts, now));
        whole = Optional.of(joined);
        return joined;
    }
}
