package se.samordna.kit.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** Counts what was taken and what was not. Tags are our own words alone: never an id, never a field. */
final class IntakeMeters {

    private static final String EVENTS = "samordna.intake.events";
    private static final String FAULTS = "samordna.intake.faults";

    private final MeterRegistry registry;

    IntakeMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(Answer answer) {
        switch (answer) {
            case Answer.Accepted accepted ->
                events("accepted", accepted.receipts().size());
            case Answer.Invalid(List<PostedFault> faults) -> refused("invalid", faults);
            case Answer.Forbidden(List<PostedFault> faults) -> refused("forbidden", faults);
            case Answer.TooLarge(List<PostedFault> faults) -> refused("too-large", faults);
            case Answer.TooMany _ -> refused("too-many", List.of());
            case Answer.Conflicting(List<PostedFault> faults) -> refused("conflict", faults);
            case Answer.Away away -> events("away", 1);
        }
    }

    private void refused(String outcome, List<PostedFault> faults) {
        events(outcome, 1);
        faults.forEach(fault -> registry.counter(FAULTS, "code", fault.code()).increment());
    }

    private void events(String outcome, int count) {
        registry.counter(EVENTS, "outcome", outcome).increment(count);
    }
}
