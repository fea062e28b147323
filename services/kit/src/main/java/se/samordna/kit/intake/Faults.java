package se.samordna.kit.intake;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the event being read, in the order found. */
final class Faults {

    private final List<Fault> found = new ArrayList<>(0);

    void add(String field, FaultCode code) {
        found.add(new Fault(field, code));
    }

    boolean none() {
        return found.isEmpty();
    }

    /** Whether the JSON itself was wrong, so that nothing else can be said of it. */
    boolean malformed() {
        return found.stream().anyMatch(fault -> fault.code() == FaultCode.MALFORMED_JSON);
    }

    List<Fault> all() {
        return List.copyOf(found);
    }
}
