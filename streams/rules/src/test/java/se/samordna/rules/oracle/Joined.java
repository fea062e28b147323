package se.samordna.rules.oracle;

import static se.samordna.rules.oracle.Settled.day;
import static se.samordna.rules.oracle.Settled.end;
import static se.samordna.rules.oracle.World.body;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.samordna.rules.PoliceFact.PoliceIncident;
import se.samordna.rules.PoliceFact.YouthCrimeNotified;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.JointVisitDeclined;
import se.samordna.rules.SocialFact.JointVisitDone;
import se.samordna.rules.SocialFact.OpinionGiven;
import se.samordna.rules.SocialFact.YouthMeetingHeld;
import se.samordna.rules.oracle.Settled.E;

/** R06, R07 and R18 over released events, by looking at each instant where anything may turn. */
final class Joined {

    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    // Free weekdays of the years the histories live in, typed from an almanac.
    private static final Set<String> FREE = Set.of(
            "2025-12-24",
            "2025-12-25",
            "2025-12-26",
            "2025-12-31",
            "2026-01-01",
            "2026-01-06",
            "2026-04-03",
            "2026-04-06",
            "2026-05-01",
            "2026-05-14",
            "2026-06-19",
            "2026-12-24",
            "2026-12-25",
            "2026-12-31",
            "2027-01-01",
            "2027-01-06",
            "2027-03-26",
            "2027-03-29",
            "2027-05-06",
            "2027-06-25",
            "2027-12-24",
            "2027-12-31",
            "2028-01-06",
            "2028-04-14",
            "2028-04-17",
            "2028-05-01",
            "2028-05-25",
            "2028-06-06",
            "2028-06-23",
            "2028-12-25",
            "2028-12-26",
            "2029-01-01",
            "2029-03-30",
            "2029-04-02",
            "2029-05-01",
            "2029-05-10",
            "2029-06-06",
            "2029-06-22",
            "2029-12-24",
            "2029-12-25",
            "2029-12-26",
            "2029-12-31",
            "2025-01-01",
            "2025-01-06",
            "2025-04-18",
            "2025-04-21",
            "2025-05-01",
            "2025-05-29",
            "2025-06-06",
            "2025-06-20");

    private Joined() {}

    static List<Found> r06(World released) {
        List<Found> found = new ArrayList<>();
        for (E p : released.of(PoliceIncident.class)) {
            PoliceIncident incident = body(p, PoliceIncident.class);
            if (!incident.childPresent()) {
                continue;
            }
            List<E> reports = released.of(ConcernReportReceived.class);
            List<E> before = reports.stream()
                    .filter(r -> !r.at().isAfter(p.at()) && !r.at().isBefore(p.at().minusMillis(24 * HOUR)))
                    .toList();
            List<E> after = reports.stream()
                    .filter(r -> r.at().isAfter(p.at()) && !r.at().isAfter(p.at().plusMillis(24 * HOUR)))
                    .toList();
            if (before.isEmpty() && after.isEmpty()) {
                continue;
            }
            E r = before.isEmpty() ? after.getFirst() : before.getLast();
            Instant from = r.at().isAfter(p.at()) ? r.at() : p.at();
            Instant to = released.until(
                    p,
                    c -> c.event().body() instanceof JointVisitDone d
                                    && d.incidentId().equals(incident.incidentId())
                            || c.event().body() instanceof JointVisitDeclined n
                                    && n.incidentId().equals(incident.incidentId()));
            found.add(Found.of("R06", p, from, to, from.plusMillis(24 * HOUR), List.of(p, r)));
        }
        return found;
    }

    static List<Found> r18(World released) {
        List<Found> found = new ArrayList<>();
        for (E n : released.of(YouthCrimeNotified.class)) {
            String id = body(n, YouthCrimeNotified.class).noticeId();
            Instant to = released.until(
                    n,
                    c -> c.event().body() instanceof YouthMeetingHeld m
                                    && m.noticeId().equals(id)
                            || c.event().body() instanceof OpinionGiven o
                                    && o.noticeId().equals(id));
            found.add(Found.of("R18", n, n.at(), to, n.at().plusMillis(7 * DAY), List.of(n)));
        }
        return found;
    }

    static List<Found> r07(World w) {
        TreeSet<Instant> turns = new TreeSet<>();
        for (E e : w.events()) {
            turns.add(e.at());
            turns.add(e.at().plusMillis(14 * DAY));
            turns.add(e.at().plusMillis(90 * DAY));
        }
        List<Found> found = new ArrayList<>();
        Instant overlap = World.FOREVER;
        Instant begun = World.FOREVER;
        for (Instant t : turns) {
            boolean two = Processes.processes(w, t) >= 2;
            boolean holds = two && overlap.plusMillis(14 * DAY).compareTo(t) <= 0 && !Processes.muted(w, t);
            if (begun != World.FOREVER && !holds) {
                found.add(overlap(w, overlap, begun, t));
                begun = World.FOREVER;
            }
            overlap = two ? overlap == World.FOREVER ? t : overlap : World.FOREVER;
            if (begun == World.FOREVER && holds) {
                begun = t;
            }
        }
        if (begun != World.FOREVER) {
            found.add(overlap(w, overlap, begun, World.FOREVER));
        }
        return found;
    }

    private static Found overlap(World w, Instant overlap, Instant from, Instant to) {
        E anchor = Processes.openings(w, overlap).sorted(ORDER).toList().getLast();
        List<E> evidence = Stream.concat(Stream.of(anchor), Processes.openings(w, from))
                .distinct()
                .toList();
        LocalDate due = day(from);
        for (int n = 0; n < 5; ) {
            due = due.plusDays(1);
            boolean weekend = due.getDayOfWeek() == DayOfWeek.SATURDAY || due.getDayOfWeek() == DayOfWeek.SUNDAY;
            n += weekend || FREE.contains(due.toString()) ? 0 : 1;
        }
        return Found.of("R07", anchor, from, to, end(due), evidence);
    }

    private static final java.util.Comparator<E> ORDER =
            java.util.Comparator.comparing(E::at).thenComparing(E::id);
}
