package se.samordna.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.samordna.events.Agency;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.Kommunkod;
import se.samordna.schemas.UuidText;

/**
 * The person or system behind a token.
 *
 * @param subject the issuer's opaque id of them; all that the access log keeps
 * @param name for their own page alone; never logged
 * @param agency of whose they are; empty for those of the municipality or the platform as such
 */
public record Caller(String subject, String name, Role role, Optional<Agency> agency, Area area) {

    private static final int LONGEST = 200;
    private static final Set<Agency> MUNICIPAL = Set.of(Agency.SOCIAL_SERVICES, Agency.SCHOOL);
    private static final Pattern PLAIN = Pattern.compile("[!-~]+");
    /** Ten or twelve digits as a personnummer or samordningsnummer is written, wherever they stand. */
    private static final Pattern PERSONNUMMER = Pattern.compile("(?<!\\d)(\\d{2})?\\d{6}[-+]?\\d{4}(?!\\d)");

    /**
     * Who these claims are of: {@code sub}, {@code name}, {@code role}, {@code agency} and {@code municipality}. Empty if
     * they say too little to tell, or what cannot be: one who works with children is of an agency, and an id that is
     * written to logs and Kafka is no personnummer.
     */
    public static Optional<Caller> of(Map<String, Object> claims) {
        Optional<String> subject = text(claims, "sub").filter(Caller::isOpaque);
        Optional<Role> role = text(claims, "role").flatMap(Role::of);
        Optional<Area> area = text(claims, "municipality").flatMap(Area::of);
        Optional<Agency> agency = text(claims, "agency").flatMap(Caller::agency);
        boolean wrongAgency = claims.containsKey("agency") && agency.isEmpty();
        if (subject.isEmpty() || role.isEmpty() || area.isEmpty() || wrongAgency) {
            return Optional.empty();
        }
        boolean lacksAgency = agency.isEmpty() && (role.get().meetsChildren() || role.get() == Role.SYSTEM);
        return lacksAgency
                ? Optional.empty()
                : Optional.of(
                        new Caller(subject.get(), text(claims, "name").orElse(""), role.get(), agency, area.get()));
    }

    /**
     * Whether they may see figures of that municipality that are too small to be published: those of the municipality
     * itself, in a role that works with its plan. One of a county or the country is of no municipality, for a county's
     * small numbers are its municipalities'; the region and the police are other authorities.
     */
    public boolean seesExactFiguresOf(String municipality) {
        return role.seesExactFigures()
                && area.municipality().map(Kommunkod::code).equals(Optional.of(municipality))
                && agency.map(MUNICIPAL::contains).orElse(true);
    }

    private static boolean isOpaque(String subject) {
        return PLAIN.matcher(subject).matches()
                && (UuidText.is(subject) || !PERSONNUMMER.matcher(subject).find());
    }

    private static Optional<String> text(Map<String, Object> claims, String claim) {
        return Optional.ofNullable(claims.get(claim))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank() && text.length() <= LONGEST);
    }

    private static Optional<Agency> agency(String name) {
        return Agencies.ALL.stream()
                .filter(agency -> agency.name().equals(name))
                .findFirst();
    }
}
