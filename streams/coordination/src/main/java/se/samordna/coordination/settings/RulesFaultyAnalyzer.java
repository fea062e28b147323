package se.samordna.coordination.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets the app say which lines are wrong instead of where it fell. */
final class RulesFaultyAnalyzer extends AbstractFailureAnalyzer<RulesFaulty> {

    @Override
    protected FailureAnalysis analyze(Throwable root, RulesFaulty cause) {
        return new FailureAnalysis(
                "The rules' settings are wrong:" + System.lineSeparator() + cause.getMessage(),
                "Put the lines right, or start without samordna.rules for the default settings.",
                cause);
    }
}
