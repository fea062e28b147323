package se.samordna.kit.web;

import java.util.ArrayList;
import java.util.List;
import se.samordna.kit.intake.FaultCode;

/**
 * What is wrong with a request, as it is found: of many faults the first {@value #MOST}, and a last one that says how many
 * more there are. An answer to what is sent may not outgrow it.
 */
final class PostedFaults {

    static final int MOST = 1_000;

    private final List<PostedFault> told = new ArrayList<>();
    private int more;
    private boolean tooLarge;

    void add(PostedFault fault) {
        tooLarge |= fault.code().equals(FaultCode.TOO_LARGE.wire());
        if (told.size() < MOST) {
            told.add(fault);
        } else {
            more++;
        }
    }

    void addAll(List<PostedFault> faults) {
        faults.forEach(this::add);
    }

    boolean none() {
        return told.isEmpty();
    }

    /** Whether an event has no room, be that told or among those that are not. */
    boolean tooLarge() {
        return tooLarge;
    }

    /** As senders are told them. */
    List<PostedFault> all() {
        List<PostedFault> all = new ArrayList<>(told);
        if (more > 0) {
            all.add(PostedFault.andMore(more));
        }
        return List.copyOf(all);
    }
}
