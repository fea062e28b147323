package se.samordna.rules;

/**
 * The version of the settings that an alert was decided under, as one number, as what was told is kept: the version of the
 * rule's own and, of a rule that sees runs of absence, that of {@link AbsenceSettings}. As text {@code 1}, or {@code 1.1}.
 */
public final class SettingsVersion {

    /** Versions go so far. */
    public static final int GREATEST = 9_999;

    private static final int ABSENCE = 1 << 16;

    private SettingsVersion() {}

    static int of(Rule rule, AbsenceSettings absence) {
        int own = rule.settings().version();
        return seesRuns(rule) ? own + ABSENCE * absence.version() : own;
    }

    /** As alerts and the rules page show it. */
    public static String text(int version) {
        int own = version % ABSENCE;
        int absence = version / ABSENCE;
        return absence == 0 ? Integer.toString(own) : own + "." + absence;
    }

    static boolean seesRuns(Rule rule) {
        return rule.card().concerns().contains(SchoolFact.AttendanceReported.class);
    }
}
