package se.samordna.kit.intake;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import se.samordna.events.ProtectedIdentity;
import se.samordna.kit.privacy.Identity;
import se.samordna.kit.privacy.Personnummer;
import se.samordna.kit.privacy.Pseudonymizer;
import se.samordna.schemas.Kommunkod;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads who a child is: {@code personnummer}, {@code name} with {@code given} and {@code family}, {@code municipality} and,
 * if it is protected, {@code protectedIdentity}. All of it is validated at once, as an event is. Safe for many threads.
 */
public final class IdentityReader {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final Set<String> FIELDS = Set.of("personnummer", "name", "municipality", "protectedIdentity");
    private static final Set<String> NAMES = Set.of("given", "family");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Pseudonymizer pseudonymizer;

    public IdentityReader(Pseudonymizer pseudonymizer) {
        this.pseudonymizer = pseudonymizer;
    }

    /**
     * Reads the object that stands in so many bytes of UTF-8.
     *
     * @param now the service's clock, for the century of a short personnummer
     */
    public IdentityReading read(byte[] bytes, int offset, int length, Instant now) {
        if (length > EventReader.MAX_EVENT_BYTES) {
            return whole(FaultCode.TOO_LARGE);
        }
        try {
            JsonNode line = JSON.readTree(bytes, offset, length);
            return line.isObject() ? new Line(line).read(pseudonymizer, now) : whole(FaultCode.MALFORMED_JSON);
        } catch (JacksonException e) {
            // Expected of a sender's text; Jackson's message quotes it, so nothing of it is kept.
            return whole(FaultCode.MALFORMED_JSON);
        }
    }

    private static IdentityReading whole(FaultCode code) {
        return new IdentityReading.Refused(List.of(new Fault(Fault.WHOLE, code)));
    }

    /** One that is being read, and what is wrong with it so far. */
    private static final class Line {

        private final JsonNode line;
        private final List<Fault> faults = new ArrayList<>();

        Line(JsonNode line) {
            this.line = line;
        }

        IdentityReading read(Pseudonymizer pseudonymizer, Instant now) {
            Optional<Personnummer> number = text(line, "personnummer", "personnummer")
                    .flatMap(text -> right(
                            Personnummer.parse(text, now.atZone(SWEDEN).toLocalDate()),
                            "personnummer",
                            FaultCode.BAD_PERSONNUMMER));
            Optional<String> given = name("given", Identity.LONGEST_GIVEN);
            Optional<String> family = name("family", Identity.LONGEST_FAMILY);
            Optional<String> municipality = text(line, "municipality", "municipality")
                    .flatMap(code -> right(
                            Kommunkod.of(code).map(Kommunkod::code), "municipality", FaultCode.UNKNOWN_KOMMUNKOD));
            Optional<ProtectedIdentity> protection = protection();
            refuseOthers(line, FIELDS, "");
            refuseOthers(line.path("name"), NAMES, "name.");
            if (!faults.isEmpty()) {
                return new IdentityReading.Refused(List.copyOf(faults));
            }
            Personnummer person = number.orElseThrow();
            return new IdentityReading.Told(
                    pseudonymizer.childId(person),
                    municipality.orElseThrow(),
                    new Identity(person, given.orElseThrow(), family.orElseThrow(), protection.orElseThrow()));
        }

        private Optional<String> name(String part, int longest) {
            JsonNode name = line.path("name");
            if (!name.isObject()) {
                if (part.equals("given")) {
                    faults.add(new Fault("name", absence(name)));
                }
                return Optional.empty();
            }
            String field = "name." + part;
            Predicate<String> right = text -> text.length() <= longest && isName(text);
            return text(name, part, field)
                    .flatMap(text -> right(Optional.of(text.strip()).filter(right), field, FaultCode.BAD_NAME));
        }

        /** No digit, so that no number hides in it. */
        private static boolean isName(String text) {
            return text.codePoints().anyMatch(Character::isLetter)
                    && text.codePoints()
                            .allMatch(c -> Character.isLetter(c)
                                    || Character.getType(c) == Character.NON_SPACING_MARK
                                    || " -'’.".indexOf(c) >= 0);
        }

        private Optional<ProtectedIdentity> protection() {
            if (!line.has("protectedIdentity")) {
                return Optional.of(ProtectedIdentity.NONE);
            }
            return text(line, "protectedIdentity", "protectedIdentity")
                    .flatMap(word -> right(
                            Arrays.stream(ProtectedIdentity.values())
                                    .filter(one -> one != ProtectedIdentity.UNKNOWN)
                                    .filter(one -> one.name().equals(word))
                                    .findFirst(),
                            "protectedIdentity",
                            FaultCode.UNKNOWN_VALUE));
        }

        private Optional<String> text(JsonNode in, String name, String field) {
            JsonNode value = in.path(name);
            if (value.isString()) {
                return Optional.of(value.asString());
            }
            faults.add(new Fault(field, absence(value)));
            return Optional.empty();
        }

        private static FaultCode absence(JsonNode value) {
            if (value.isMissingNode()) {
                return FaultCode.MISSING;
            }
            return value.isNull() ? FaultCode.NULL : FaultCode.WRONG_TYPE;
        }

        private <T> Optional<T> right(Optional<T> value, String field, FaultCode otherwise) {
            if (value.isEmpty()) {
                faults.add(new Fault(field, otherwise));
            }
            return value;
        }

        private void refuseOthers(JsonNode in, Set<String> known, String prefix) {
            in.propertyNames().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> faults.add(new Fault(prefix + FlatLine.speakable(name), FaultCode.UNKNOWN_FIELD)));
        }
    }
}
