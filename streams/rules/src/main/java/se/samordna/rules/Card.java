package se.samordna.rules;

import java.util.List;
import java.util.Set;

/**
 * What is known of a rule without any child.
 *
 * @param version of the rule's code; the settings have their own
 * @param sentences what an alert of it says, Swedish and English
 * @param explanations what it looks for and why, Swedish and English
 * @param basis the law or plan it rests on
 * @param nextStep code of the recommended next step
 * @param worst the severity at level 3
 * @param concerns the body types it looks at
 * @param moves whether its anchor may move within one condition, so that an alert may have a successor
 */
public record Card(
        RuleId id,
        int version,
        String name,
        Text sentences,
        Text explanations,
        String basis,
        String nextStep,
        Severity severity,
        Severity worst,
        Reads reads,
        List<Tells> tells,
        Set<Class<? extends Body>> concerns,
        boolean moves) {

    /** One text in both languages. */
    public record Text(String sv, String en) {}

    /** Whether the gate has a say: in what it sees, or in who is told of it. */
    boolean joins() {
        if (reads instanceof Reads.Released) {
            return true;
        }
        for (Tells to : tells) {
            if (to.ifCaseOpen()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a notice of it needs a consent. */
    boolean tellsByConsent() {
        for (Tells to : tells) {
            if (to.consent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether it looks at what siblings tell. */
    public boolean crosses() {
        return concerns.contains(SocialFact.SiblingLinked.class);
    }

    Severity severity(int level) {
        return level >= 3 ? worst : severity;
    }
}
