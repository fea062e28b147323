package se.samordna.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import se.samordna.cli.dlq.Letter;
import se.samordna.cli.dlq.Place;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.DeadReason;

/** Which dead letters a command is about: those to which all that is given applies, all if nothing is. */
final class WantedLetters {
    @Parameters(
            arity = "0..*",
            paramLabel = "TOPIC/PARTITION/OFFSET",
            description = "These, as dlq list prints them (default: all).")
    List<String> texts = List.of();

    @Option(names = "--topic", paramLabel = "TOPIC", description = "That came from this topic.")
    Optional<String> topic = Optional.empty();

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            description = "That are here for this reason, such as unknown-type; may be given again for another.")
    Set<String> reasons = Set.of();

    @Option(names = "--partition", paramLabel = "N", description = "That came from this partition.")
    Optional<Integer> partition = Optional.empty();

    @Option(names = "--from-offset", paramLabel = "N", description = "That came from this offset or a later one.")
    Optional<Long> fromOffset = Optional.empty();

    @Option(names = "--to-offset", paramLabel = "N", description = "That came from this offset or an earlier one.")
    Optional<Long> toOffset = Optional.empty();

    /**
     * Refuses what can apply to none.
     *
     * @throws ParameterException which names the option
     */
    void check(CommandLine command) {
        for (String text : texts) {
            if (Place.of(text).filter(place -> isOfDeadLetters(place.topic())).isEmpty()) {
                throw new ParameterException(
                        command, "'" + text + "' is no place of a dead letter, such as school.events.dlq/0/17");
            }
        }
        if (topics().isEmpty()) {
            throw new ParameterException(command, "--topic: there is no " + topic.orElse(""));
        }
        for (String reason : reasons) {
            if (DeadReason.of(reason).isEmpty()) {
                throw new ParameterException(
                        command,
                        "--reason: '" + reason + "' is none of "
                                + Stream.of(DeadReason.values())
                                        .map(DeadReason::code)
                                        .collect(Collectors.joining(", ")));
            }
        }
    }

    private static boolean isOfDeadLetters(String name) {
        return Topics.named(name).filter(Topic::holdsDeadLetters).isPresent();
    }

    /** The topics of dead letters to look through. */
    List<String> topics() {
        return Topics.all().stream()
                .filter(Topic::holdsDeadLetters)
                .map(Topic::name)
                .filter(name -> topic.isEmpty() || name.equals(topic.get()) || name.equals(topic.get() + ".dlq"))
                .toList();
    }

    /** The places asked for by name at which there was none. */
    List<Place> placesBeside(Set<Place> met) {
        return texts.stream()
                .flatMap(text -> Place.of(text).stream())
                .filter(place -> !met.contains(place))
                .toList();
    }

    boolean is(Letter letter) {
        Optional<Place> from = letter.from();
        return (texts.isEmpty() || texts.contains(letter.place().toString()))
                && (reasons.isEmpty() || reasons.contains(letter.reason()))
                && (partition.isEmpty()
                        || from.filter(place -> place.partition() == partition.get())
                                .isPresent())
                && (fromOffset.isEmpty()
                        || from.filter(place -> place.offset() >= fromOffset.get())
                                .isPresent())
                && (toOffset.isEmpty()
                        || from.filter(place -> place.offset() <= toOffset.get())
                                .isPresent());
    }

    /** Whether it is asked for by its place or its reason, and so meant whatever that is. */
    boolean names(Letter letter) {
        return texts.contains(letter.place().toString()) || reasons.contains(letter.reason());
    }
}
