package se.samordna.rules.oracle;

import static se.samordna.rules.oracle.World.body;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import se.samordna.rules.SocialFact.HousingNotice;
import se.samordna.rules.oracle.Settled.E;

/** R11, looked at anew for each instant at which it is asked for. */
final class Housing {

    private static final long DAY = 86_400_000;
    private static final String THREATS = "ARREARS DISTURBANCE APPLIED DATE_SET";

    private Housing() {}

    static List<Found> r11(World social) {
        List<Found> found = new ArrayList<>();
        TreeSet<String> cases = new TreeSet<>();
        social.of(HousingNotice.class).forEach(n -> cases.add(housing(n).caseId()));
        for (String id : cases) {
            List<E> notices = social.of(HousingNotice.class).stream()
                    .filter(n -> housing(n).caseId().equals(id) && isThreat(n))
                    .toList();
            if (notices.isEmpty()) {
                continue;
            }
            E first = notices.getFirst();
            Instant to = social.until(
                    first, c -> c.is(HousingNotice.class) && housing(c).caseId().equals(id) && !isThreat(c));
            found.add(at(notices, to, first.at()).through(e -> at(notices, to, e)));
        }
        return found;
    }

    private static Found at(List<E> notices, Instant to, Instant e) {
        E first = notices.getFirst();
        List<E> soFar = notices.stream()
                .filter(n -> !n.at().isAfter(e) && n.at().isBefore(to))
                .toList();
        if (soFar.isEmpty()) {
            return Found.of("R11", first, first.at(), to, first.at(), List.of(first));
        }
        int worst = soFar.stream().mapToInt(Housing::level).max().orElseThrow();
        E n = soFar.stream().filter(x -> level(x) == worst).toList().getLast();
        Instant due = switch (worst) {
            case 1 -> first.at().plusMillis(21 * DAY);
            case 3 ->
                housing(n)
                        .evictionDate()
                        .map(d -> Settled.start(d.minusDays(14)))
                        .orElse(n.at().plusMillis(7 * DAY));
            default -> n.at().plusMillis(7 * DAY);
        };
        return new Found("R11", first, first.at(), to, due, soFar, t -> worst);
    }

    private static HousingNotice housing(E e) {
        return body(e, HousingNotice.class);
    }

    private static boolean isThreat(E e) {
        return THREATS.contains(housing(e).kind().name());
    }

    private static int level(E e) {
        return switch (housing(e).kind()) {
            case DATE_SET -> 3;
            case APPLIED -> 2;
            default -> 1;
        };
    }
}
