package se.samordna.workplace.page;

import java.util.List;

/**
 * An alert in the words of one language.
 *
 * @param level 1–3, how pressing it is by now; what the chip says beside the colour is {@code levelText}
 * @param severity how grave it is that such a thing is missed, as its rule says; of a notice empty
 * @param grave whether that is the gravest there is
 * @param versions of the rule and of its settings, as the alert was decided under
 * @param due the due time; {@code dueIso} the same for machines, {@code distance} how far it is
 * @param shortChild the pseudonym's beginning, enough to tell rows apart
 */
public record AlertRow(
        String alertId,
        int level,
        String levelText,
        boolean live,
        boolean overdue,
        String status,
        String severity,
        boolean grave,
        String sentence,
        String next,
        String ruleId,
        String rule,
        String basis,
        String laws,
        String versions,
        String childId,
        String shortChild,
        String opened,
        String due,
        String dueIso,
        String distance,
        String resolved,
        String successor,
        String withdrawn,
        List<EvidenceRow> evidence,
        List<ActionRow> actions) {

    /**
     * An event it rests on, in words.
     *
     * @param when empty where the event may not be shown
     */
    public record EvidenceRow(String when, String what, String agency) {
        /** Whether it may be. */
        public boolean shown() {
            return !what.isEmpty();
        }
    }

    /**
     * What a coordinator did with it, in words.
     *
     * @param what with its reason or day
     * @param why what was in its way; empty if it took effect
     */
    public record ActionRow(String when, String what, String who, String why) {}

    /** The class of its colour: its level while live, the worst where a notice, which tells none, is overdue; quiet after. */
    public String tone() {
        return live ? "level-" + (overdue ? 3 : level) : "done";
    }
}
