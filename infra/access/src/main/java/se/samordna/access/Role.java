package se.samordna.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What someone does at work. Decides what they may see at all; agency and {@link Area} say of whom. */
public enum Role {
    /** Samordnare: works from the alerts of the social services of a municipality. */
    COORDINATOR,
    /** Handläggare: the same, in a case of their own. */
    CASE_WORKER,
    /** Kontaktperson of a school, the region or the police: their own agency's notices and alerts. */
    CONTACT,
    /** Chef: counts and plans, no child. */
    MANAGER,
    /** Planägare: a municipality's plan with its own exact figures, no child. */
    PLAN_OWNER,
    /** Dataskyddsombud: who was told what and who looked, no content of a child. */
    DATA_PROTECTION_OFFICER,
    /** Driften: balance, dead letters, sources; no child. */
    OPERATOR,
    /** An agency's own system, which sends events. */
    SYSTEM;

    /** As a token's claim has it, such as {@code case-worker}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of that claim, if there is one. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** Whether someone in it may be shown something of a child, as far as law and agency allow. */
    public boolean meetsChildren() {
        return switch (this) {
            case COORDINATOR, CASE_WORKER, CONTACT -> true;
            case MANAGER, PLAN_OWNER, DATA_PROTECTION_OFFICER, OPERATOR, SYSTEM -> false;
        };
    }

    /** Whether they may ask what became of an event of their agency's: whoever may send one. */
    public boolean sendsEvents() {
        return meetsChildren() || this == SYSTEM;
    }

    /** Whether they may tell a municipality's figures. */
    public boolean sendsMeasurements() {
        return this == SYSTEM || this == MANAGER || this == PLAN_OWNER;
    }

    /** Whether they may see figures of their own municipality that are too small to be published. */
    public boolean seesExactFigures() {
        return this == COORDINATOR || this == MANAGER || this == PLAN_OWNER;
    }
}
