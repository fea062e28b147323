package se.samordna.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class BrowserCondition implements ExecutionCondition {
    private static final Logger LOG = LoggerFactory.getLogger(BrowserCondition.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.installed().isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium is there");
        }
        String reason = "no Chromium on this machine (apt-get install chromium, or set SAMORDNA_CHROMIUM)";
        if (System.getenv("CI") != null) {
            throw new IllegalStateException("CI must see the pages in a browser: " + reason);
        }
        LOG.warn("######## SKIPPED {}: {}", context.getDisplayName(), reason);
        return ConditionEvaluationResult.disabled(reason);
    }
}
