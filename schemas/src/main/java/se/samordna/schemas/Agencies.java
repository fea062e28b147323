package se.samordna.schemas;

import java.util.List;
import java.util.Optional;
import se.samordna.events.Agency;

/** The four agencies that send and are told, and what each is called outside Java. */
public final class Agencies {

    /** The four, in the order of the contract. {@link Agency#UNKNOWN} is none of them. */
    public static final List<Agency> ALL = List.of(Agency.SOCIAL_SERVICES, Agency.SCHOOL, Agency.REGION, Agency.POLICE);

    private Agencies() {}

    /**
     * The name in topics and in the {@code recipient} of an alert line: social-services, school, region or police.
     *
     * @throws IllegalArgumentException for {@link Agency#UNKNOWN}, which is never sent
     */
    public static String wireName(Agency agency) {
        return switch (agency) {
            case SOCIAL_SERVICES -> "social-services";
            case SCHOOL -> "school";
            case REGION -> "region";
            case POLICE -> "police";
            case UNKNOWN -> throw new IllegalArgumentException("UNKNOWN is no agency");
        };
    }

    /** The agency of a {@link #wireName}; empty for any other word. */
    public static Optional<Agency> ofWireName(String name) {
        return ALL.stream().filter(agency -> wireName(agency).equals(name)).findFirst();
    }
}
