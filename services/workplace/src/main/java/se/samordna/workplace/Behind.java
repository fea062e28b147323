package se.samordna.workplace;

import java.util.Arrays;
import java.util.Optional;

/** The services and apps behind this port, each by the word that follows {@code /api/} in its paths. */
public enum Behind {
    /** Intake of the social services' events. */
    SOCIAL_SERVICES("social-services"),
    /** Intake of the schools' events. */
    SCHOOLS("schools"),
    /** Intake of the region's events, child psychiatry (BUP) among them. */
    REGION("region"),
    /** Intake of the police's events. */
    POLICE("police"),
    /** Children, timelines and alerts. */
    COORDINATION("coordination"),
    /** Plan areas and their figures. */
    INDICATORS("indicators");

    private final String word;

    Behind(String word) {
        this.word = word;
    }

    /** The word that follows {@code /api/}, and this one's name in settings and readiness. */
    public String word() {
        return word;
    }

    /** The one that goes by this word. */
    public static Optional<Behind> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
