package se.samordna.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One child out of several: all their events as if they had come under the newest id. Made anew whenever anything of
 * them changes, which is seldom; what each holds by itself stays as it is.
 *
 * <p>An event held of more than one of them is one event with several copies, of which the least receivedAt counts.
 */
final class Joined {

    /** Before every event: what was held when it came is not forgotten by joining it. */
    static final Instant AT_ONCE = Instant.ofEpochMilli(Long.MIN_VALUE / 2);

    private Joined() {}

    static Child of(Child newest, List<HistoryOf.Part> parts, Instant now) {
        Memory memory = newest.attendance().settings();
        List<Child> children = new ArrayList<>(List.of(newest));
        Set<UUID> ids = new HashSet<>();
        List<SiblingTold> siblings =
                new ArrayList<>(newest.kin().told().siblings().values());
        List<byte[]> forgotten = new ArrayList<>(0);
        for (HistoryOf.Part part : parts) {
            children.add(part.child(memory));
            ids.add(part.childId());
            siblings.addAll(part.siblings());
            part.forgotten().ifPresent(forgotten::add);
        }
        Map<UUID, Held> events = new HashMap<>();
        for (Child each : children) {
            for (Held held : everything(each)) {
                Held ours = new Held(held.copy().of(newest.childId()), held.disputed());
                events.merge(held.copy().eventId(), ours, Joined::either);
            }
        }
        Child joined = Child.empty(newest.childId(), memory);
        joined.kin().former(new Former(ids, siblings, forgotten));
        Intake intake = new Intake(memory, joined.holdings());
        events.values().forEach(held -> take(joined.holdings(), intake, held));
        RunMemory runs = JoinedRuns.of(children, now);
        if (!runs.isNothing()) {
            joined.attendance().restore(runs);
        }
        joined.changes().clear();
        return joined;
    }

    /** Every copy held of a child, each line of attendance too. */
    static List<Held> everything(Child child) {
        List<Held> everything = new ArrayList<>(child.holdings().copies().all());
        AttendanceLog log = child.attendance().log();
        for (int i = 0; i < log.size(); i++) {
            everything.add(new Held(log.event(i), false));
        }
        return everything;
    }

    private static void take(Holdings joined, Intake intake, Held held) {
        if (held.disputed()) {
            joined.hold(held);
        } else {
            intake.accept(held.copy(), AT_ONCE);
        }
    }

    private static Held either(Held a, Held b) {
        int received = a.copy().receivedAt().compareTo(b.copy().receivedAt());
        if (received != 0) {
            return received < 0 ? a : b;
        }
        return new Held(a.copy(), a.disputed() || b.disputed() || !a.copy().saysAs(b.copy()));
    }
}
