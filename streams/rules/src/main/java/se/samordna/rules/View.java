package se.samordna.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.samordna.rules.RegionFact.BupClosed;
import se.samordna.rules.RegionFact.BupContact;
import se.samordna.rules.SchoolFact.AbsenceInquiryClosed;
import se.samordna.rules.SchoolFact.AbsenceInquiryOpened;
import se.samordna.rules.SchoolFact.AttendanceReported;
import se.samordna.rules.SharedFact.SipClosed;
import se.samordna.rules.SharedFact.SipStarted;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.PlacementStarted;
import se.samordna.rules.SocialFact.SupportEnded;
import se.samordna.rules.SocialFact.SupportStarted;

/** The effective facts of a child at an instant, as a rule or an indicator may see them. */
public final class View {

    /** Sees one line of attendance. Minutes as sent; the date as {@link LocalDate#toEpochDay}. */
    @FunctionalInterface
    public interface AttendanceReader {
        void line(int epochDay, String municipality, boolean reported, int offered, int valid, int invalid);
    }

    private final Child child;
    private final Standing standing;
    private final Instant now;
    private final Predicate<Fact<?>> sees;
    private final Predicate<Anchor> seesRuns;
    private final boolean joins;
    private final Map<Class<? extends Body>, List<? extends Fact<?>>> seen = new HashMap<>(4);

    private View(Child child, Instant now, boolean joins, Predicate<Fact<?>> sees, Predicate<Anchor> seesRuns) {
        this.child = child;
        this.now = now;
        this.sees = sees;
        this.seesRuns = seesRuns;
        this.joins = joins;
        standing = child.standing();
    }

    /** An agency's own facts, whatever their ground. */
    public static View own(Child child, Instant now, Agency agency) {
        return new View(child, now, false, f -> f.agency() == agency, a -> true);
    }

    /** The facts that the gate released. */
    public static View released(Child child, Instant now) {
        Gate gate = Gate.of(child, now);
        return released(child, now, () -> gate);
    }

    /** The gate is asked for only if there is a fact to release. */
    static View released(Child child, Instant now, Supplier<Gate> gate) {
        return new View(
                child, now, true, f -> gate.get().releases(f), a -> gate.get().releases(a));
    }

    /** Every fact. */
    public static View all(Child child, Instant now) {
        return new View(child, now, false, f -> true, a -> true);
    }

    public Instant now() {
        return now;
    }

    /** The facts of a type, in {@link Order#FACTS}. Attendance is not to be read so. */
    @SuppressWarnings("unchecked") // what is kept under B are facts of B
    public <B extends Body> List<Fact<B>> of(Class<B> type) {
        List<Fact<B>> facts = standing.of(type, now);
        if (facts.isEmpty()) {
            return List.of();
        }
        return (List<Fact<B>>)
                seen.computeIfAbsent(type, t -> facts.stream().filter(sees).toList());
    }

    /** The lines of attendance of the days from {@code first} through {@code last}, in no order, of any ground. */
    public void attendance(LocalDate first, LocalDate last, AttendanceReader reader) {
        AttendanceLog log = child.attendance().log();
        int to = log.indexOf((int) last.toEpochDay() + 1);
        for (int i = log.indexOf((int) first.toEpochDay()); i < to; i++) {
            if (log.occurredMs(i) <= now.toEpochMilli()) {
                String municipality = log.origin(i).municipality();
                reader.line(log.day(i), municipality, log.reported(i), log.offered(i), log.valid(i), log.invalid(i));
            }
        }
        for (Fact<AttendanceReported> f : standing.of(AttendanceReported.class, now)) {
            AttendanceReported a = f.body();
            if (!a.date().isBefore(first) && !a.date().isAfter(last)) {
                reader.line(
                        (int) a.date().toEpochDay(),
                        f.event().municipality(),
                        a.isReported(),
                        a.offeredMinutes(),
                        a.validAbsenceMinutes(),
                        a.invalidAbsenceMinutes());
            }
        }
    }

    /** The runs of high absence, in time order; where agencies are joined, those whose anchor is released. */
    public List<Run> runs() {
        List<Run> runs = child.attendance().runs(now);
        return runs.stream().allMatch(r -> seesRuns.test(r.anchor()))
                ? runs
                : runs.stream().filter(r -> seesRuns.test(r.anchor())).toList();
    }

    /** What happened to the siblings that the child has now. */
    List<SiblingTold.Trigger> siblingTriggers() {
        return Siblings.any(child) ? new Siblings(child).triggers(now) : List.of();
    }

    /** Of the last fact but attendance; empty if there is none. */
    Optional<String> lastMunicipality() {
        Optional<Fact<?>> last = Optional.empty();
        for (Fact<?> fact : standing.all()) {
            boolean later = last.isEmpty() || Order.FACTS.compare(fact, last.get()) > 0;
            if (later && !fact.at().isAfter(now) && !(fact.body() instanceof AttendanceReported) && sees.test(fact)) {
                last = Optional.of(fact);
            }
        }
        return last.map(fact -> fact.event().municipality());
    }

    public List<Activity> investigations() {
        return Activity.investigations(of(InvestigationOpened.class), of(InvestigationClosed.class));
    }

    public List<Activity> supports() {
        return Activity.of(
                of(SupportStarted.class), SupportStarted::supportId, of(SupportEnded.class), SupportEnded::supportId);
    }

    List<Activity> inquiries() {
        return Activity.of(
                of(AbsenceInquiryOpened.class),
                AbsenceInquiryOpened::inquiryId,
                of(AbsenceInquiryClosed.class),
                AbsenceInquiryClosed::inquiryId);
    }

    public List<Activity> sips() {
        return Activity.of(of(SipStarted.class), SipStarted::sipId, of(SipClosed.class), SipClosed::sipId);
    }

    public List<Activity> placements() {
        return Activity.of(
                of(PlacementStarted.class),
                PlacementStarted::placementId,
                of(PlacementEnded.class),
                PlacementEnded::placementId);
    }

    /** When an investigation, a support or a placement is active. */
    List<Interval> openCase() {
        return Interval.union(Stream.of(investigations(), supports(), placements())
                .flatMap(List::stream)
                .toList());
    }

    List<Activity> bup() {
        return Activity.bup(of(BupContact.class), of(BupClosed.class));
    }

    /** How much the school reported absent, day by day; empty where a sum would tell of a line that the gate holds. */
    Optional<AbsenceSums> absence() {
        AbsenceSums all = AbsenceSums.of(child.attendance(), now);
        if (!joins) {
            return Optional.of(all);
        }
        AbsenceSums kept = all.ofKeptDays();
        return Optional.of(kept)
                .filter(_ -> child.attendance().records(kept.firstDay(), now).allMatch(sees));
    }

    /** An end, or now while it is still to come. */
    Instant until(Instant end) {
        return end.isAfter(now) ? now : end;
    }
}
