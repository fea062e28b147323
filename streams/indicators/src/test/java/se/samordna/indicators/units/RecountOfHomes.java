package se.samordna.indicators.units;

import static se.samordna.indicators.units.RecountLog.first;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.samordna.indicators.units.RecountLog.Active;
import se.samordna.rules.Body;
import se.samordna.rules.SocialCode.HousingKind;
import se.samordna.rules.SocialFact.CaseworkerAssigned;
import se.samordna.rules.SocialFact.CaseworkerUnassigned;
import se.samordna.rules.SocialFact.HomeSupportEnded;
import se.samordna.rules.SocialFact.HousingNotice;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.PlacementMoved;
import se.samordna.rules.SocialFact.PlacementStarted;
import se.samordna.rules.SocialFact.SkolFamEnded;
import se.samordna.rules.SocialFact.SkolFamEnrolled;

/** I11, I21 to I23, I27 and I28's stays, day by day and period by period. */
record RecountOfHomes(RecountLog log, RecountCells cells) {

    private static final Set<HousingKind> THREATS =
            Set.of(HousingKind.ARREARS, HousingKind.DISTURBANCE, HousingKind.APPLIED, HousingKind.DATE_SET);

    /** A stay with its kind: a placement's start or a move within it until the next move or the end. */
    record Stay(Standing opener, String kind, boolean schoolAge, Instant to) {}

    void count() {
        evictions();
        log.of(HomeSupportEnded.class).forEach(ended -> {
            Instant t = RecountCells.months(ended.at(), 6);
            cells.due("I23", ended, t, log.placements().stream().noneMatch(placed -> placed.at(t)));
        });
        skolFam();
        caseworker();
    }

    private void evictions() {
        var counted = new HashSet<String>();
        for (Standing executed : log.of(HousingNotice.class, each -> each.kind() == HousingKind.EXECUTED)) {
            for (String period : RecountCells.periods(RecountCells.month(executed.at()))) {
                if (counted.add(executed.event().municipality() + period)) {
                    cells.child("I21", executed.event().municipality(), period, 1, 0);
                }
            }
        }
        var cases = new TreeSet<String>();
        log.of(HousingNotice.class)
                .forEach(each -> cases.add(((HousingNotice) each.event().body()).caseId()));
        for (String id : cases) {
            var threats =
                    log.of(HousingNotice.class, each -> each.caseId().equals(id) && THREATS.contains(each.kind()));
            var ends = log.of(HousingNotice.class, each -> each.caseId().equals(id) && !THREATS.contains(each.kind()));
            threats.stream()
                    .limit(1)
                    .forEach(threat -> first(ends, threat.at())
                            .ifPresent(end -> cells.at(
                                    "I22",
                                    threat,
                                    end.at(),
                                    ((HousingNotice) end.event().body()).kind() != HousingKind.EXECUTED)));
        }
    }

    static List<Stay> stays(RecountLog log) {
        var moves = log.of(PlacementMoved.class);
        return Stream.concat(log.of(PlacementStarted.class).stream(), moves.stream())
                .filter(opener -> opener.event().body() instanceof PlacementStarted
                        || log.placements().stream()
                                .anyMatch(placed -> id(placed.opener()).equals(id(opener)) && placed.at(opener.at())))
                .map(opener -> {
                    Stream<Standing> later = moves.stream()
                            .filter(move -> id(move).equals(id(opener)))
                            .filter(move -> opener.event().body() instanceof PlacementStarted
                                    ? !move.at().isBefore(opener.at())
                                    : order().compare(move, opener) > 0);
                    Stream<Standing> ends =
                            log
                                    .of(
                                            PlacementEnded.class,
                                            each -> each.placementId().equals(id(opener)))
                                    .stream()
                                    .filter(end -> !end.at().isBefore(opener.at()));
                    Instant to = Stream.concat(later, ends)
                            .map(Standing::at)
                            .min(Instant::compareTo)
                            .orElse(Instant.MAX);
                    return opener.event().body() instanceof PlacementStarted s
                            ? new Stay(opener, s.kind().name(), s.schoolAge(), to)
                            : new Stay(
                                    opener,
                                    kind(opener),
                                    ((PlacementMoved) opener.event().body()).schoolAge(),
                                    to);
                })
                .filter(stay -> stay.to().isAfter(stay.opener().at()))
                .sorted(Comparator.comparing(Stay::opener, order()))
                .toList();
    }

    private static String kind(Standing move) {
        return ((PlacementMoved) move.event().body()).kind().name();
    }

    private static String id(Standing opener) {
        return opener.event().body() instanceof PlacementStarted s
                ? s.placementId()
                : ((PlacementMoved) opener.event().body()).placementId();
    }

    private void skolFam() {
        YearMonth now = RecountCells.month(log.now());
        for (YearMonth month = YearMonth.of(2025, 1); !month.isAfter(now); month = month.plusMonths(1)) {
            Instant end = Standing.startOf(month.plusMonths(1).atDay(1)).minusMillis(1);
            Instant t = end.isAfter(log.now()) ? log.now() : end;
            var stays = stays(log).stream()
                    .filter(stay -> stay.schoolAge()
                            && !stay.opener().at().isAfter(t)
                            && stay.to().isAfter(t))
                    .toList();
            if (stays.isEmpty()) {
                continue;
            }
            int num = isLast(SkolFamEnrolled.class, SkolFamEnded.class, t, false) ? 1 : 0;
            YearMonth of = month;
            RecountCells.periods(month).stream()
                    .filter(period -> of.equals(now) || isLastMonthOf(of, period))
                    .forEach(period ->
                            cells.child("I11", stays.getLast().opener().event().municipality(), period, num, 1));
        }
    }

    private static boolean isLastMonthOf(YearMonth month, String period) {
        return period.equals(month.toString())
                || period.equals(month + "/R12")
                || (period.contains("Q") && month.getMonthValue() % 3 == 0)
                || (period.length() == 4 && month.getMonthValue() == 12);
    }

    private void caseworker() {
        LocalDate today = RecountCells.day(log.now());
        var open = Stream.of(log.investigations(), log.supports(), log.placements())
                .flatMap(List::stream)
                .toList();
        Optional<LocalDate> first =
                open.stream().map(each -> RecountCells.day(each.opener().at())).min(LocalDate::compareTo);
        for (LocalDate day = first.orElse(today); !day.isAfter(today); day = day.plusDays(1)) {
            Instant t = Standing.endOf(day).minusMillis(1);
            if (t.isAfter(log.now())) {
                continue;
            }
            LocalDate of = day;
            open.stream()
                    .filter(each -> each.at(t))
                    .map(Active::opener)
                    .max(order())
                    .ifPresent(last -> cells.unit(
                            "I27",
                            last,
                            YearMonth.from(of),
                            isLast(CaseworkerUnassigned.class, CaseworkerAssigned.class, t, true) ? 1 : 0,
                            1));
        }
    }

    /** Whether the last of two kinds at or before an instant is of the first. */
    private boolean isLast(Class<? extends Body> one, Class<? extends Body> other, Instant t, boolean atOnce) {
        Instant last = last(one, t);
        Instant otherLast = last(other, t);
        return last.isAfter(otherLast) || (atOnce && last.equals(otherLast) && last.isAfter(Instant.MIN));
    }

    private Instant last(Class<? extends Body> type, Instant t) {
        return log.of(type).stream()
                .map(Standing::at)
                .filter(at -> !at.isAfter(t))
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    static Comparator<Standing> order() {
        return Comparator.comparing(Standing::at)
                .thenComparing(fact -> fact.id().toString());
    }
}
