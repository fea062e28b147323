package se.samordna.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Random corrections, retractions and further copies, some by those who may not, some years late. */
final class Repairs {

    private final Histories history;
    private final Random random;
    private final SchoolDays days;

    Repairs(Histories history, Random random, SchoolDays days) {
        this.history = history;
        this.random = random;
        this.days = days;
    }

    Event any() {
        Event x = history.pick(history.events());
        UUID target = random.nextInt(12) == 0 ? history.id() : x.eventId();
        Agency agency = random.nextInt(8) == 0 ? history.pick(List.of(Agency.values())) : x.agency();
        Instant later = history.pick(history.events()).receivedAt();
        return switch (random.nextInt(8)) {
            case 0, 1 -> {
                Body body = random.nextInt(8) == 0 ? history.bodies().any() : again(x.body());
                Instant at = random.nextBoolean() ? x.occurredAt() : history.instant();
                Event c = history.event(history.id(), agency, at, body, Optional.of(target));
                Instant soon = x.receivedAt().plusSeconds(random.nextInt(3_000_000));
                yield Edit.of(c).received(random.nextBoolean() ? later : soon).done();
            }
            case 2, 3 -> {
                Body body = new SharedFact.Retracted(target, "WRONG");
                Event r = history.event(history.id(), agency, history.instant(), body, Optional.empty());
                yield Edit.of(r).received(retracted(x, later)).done();
            }
            case 4 -> again(x, random.nextInt(100_000));
            case 5 -> again(x, -random.nextInt(100_000));
            case 6 ->
                Edit.of(history.event(x.eventId(), x.agency(), x.occurredAt(), again(x.body()), x.corrects()))
                        .received(x.receivedAt())
                        .done();
            default ->
                Edit.of(history.event(
                                x.eventId(),
                                agency,
                                history.instant(),
                                history.bodies().any(),
                                x.corrects()))
                        .received(x.receivedAt().plusSeconds(random.nextInt(3) - 1L))
                        .done();
        };
    }

    private Instant retracted(Event x, Instant later) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> later;
            case 2 -> x.receivedAt().plus(Duration.ofDays(random.nextInt(random.nextBoolean() ? 800 : 90)));
            default -> x.receivedAt().plusSeconds(random.nextInt(600_000));
        };
    }

    private static Event again(Event x, int seconds) {
        return Edit.of(x).received(x.receivedAt().plusSeconds(seconds)).done();
    }

    private Body again(Body body) {
        for (int i = 0; i < 200; i++) {
            Body other = body instanceof SchoolFact.AttendanceReported a
                    ? days.line(a.date().plusDays(drift()))
                    : history.bodies().any();
            if (other.getClass() == body.getClass()) {
                return other;
            }
        }
        return body;
    }

    private long drift() {
        return random.nextInt(3) == 0 ? random.nextInt(9) - 4 : 0;
    }
}
