package se.samordna.coordination.settings;

import java.util.List;
import java.util.stream.Collectors;
import se.samordna.streams.yaml.Fault;

/** The settings are wrong, so the app must not start: judged by other numbers than was meant it would tell what is not so. */
public final class RulesFaulty extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RulesFaulty(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining(System.lineSeparator())));
    }
}
