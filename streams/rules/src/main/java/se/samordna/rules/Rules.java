package se.samordna.rules;

import java.util.List;

/** The rules in force. */
public record Rules(List<Rule> all) {

    public Rules {
        all = List.copyOf(all);
    }

    /** All rules with their default settings. */
    public static Rules standard() {
        return new Rules(List.of());
    }
}
