package se.samordna.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.samordna.cli.dlq.Letter;
import se.samordna.cli.dlq.Replays;
import se.samordna.local.StartupProblem;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;

/** The dead letters: records no app could use, with their own bytes and the reason. */
@Command(
        name = "dlq",
        description = "List, show or replay the records that no app could use.",
        mixinStandardHelpOptions = true,
        subcommands = {DlqCommand.ListThem.class, DlqCommand.Show.class, DlqReplayCommand.class})
final class DlqCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, show or replay.");
    }

    private static List<String> topics(Optional<String> topic) {
        return Topics.all().stream()
                .filter(Topic::holdsDeadLetters)
                .map(Topic::name)
                .filter(name -> topic.isEmpty() || name.equals(topic.get()) || name.equals(topic.get() + ".dlq"))
                .toList();
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static int size(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    /** One line a dead letter, then how many there are. */
    @Command(
            name = "list",
            description = "One line for each: where it is, why, where it came from, when it was replayed.",
            mixinStandardHelpOptions = true)
    static final class ListThem implements Callable<Integer> {
        @Option(names = "--topic", paramLabel = "TOPIC", description = "Of one topic (default: all).")
        Optional<String> topic = Optional.empty();

        @Mixin
        Running running = new Running();

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        private int count;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            Replays replays = new Replays();
            WholeTopic.read(running.bootstrap, List.of(Topics.REPLAYS.name()), replays::take);
            WholeTopic.read(running.bootstrap, topics(topic), record -> {
                count++;
                Letter letter = new Letter(record);
                out.printf(
                        "%s %s from %s %d bytes%s%n",
                        letter.place(),
                        letter.reason(),
                        letter.origin(),
                        size(record.value()),
                        replays.of(letter.place())
                                .map(at -> ", replayed at " + at)
                                .orElse(""));
            });
            out.println(count + (count == 1 ? " dead letter" : " dead letters"));
            out.flush();
            return Samordna.DONE;
        }
    }

    /** All that was kept of one dead letter. */
    @Command(name = "show", description = "Show one with its headers and bytes.", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
        @Parameters(paramLabel = "TOPIC/PARTITION/OFFSET", description = "As dlq list prints it.")
        String place = "";

        @Mixin
        Running running = new Running();

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        private Optional<ConsumerRecord<byte[], byte[]>> found = Optional.empty();

        @Override
        public Integer call() {
            String topic = place.replaceFirst("/.*", "");
            WholeTopic.read(running.bootstrap, topics(Optional.of(topic)), letter -> {
                if (place.equals(letter.topic() + "/" + letter.partition() + "/" + letter.offset())) {
                    found = Optional.of(letter);
                }
            });
            print(found.orElseThrow(() -> new StartupProblem("There is no dead letter at " + place)));
            return Samordna.DONE;
        }

        private void print(ConsumerRecord<byte[], byte[]> letter) {
            PrintWriter out = spec.commandLine().getOut();
            List.of(letter.headers().toArray()).stream()
                    .sorted(Comparator.comparing(Header::key))
                    .forEach(header -> out.println(header.key() + ": " + text(header)));
            out.println("key: " + (letter.key() == null ? "none" : hex(letter.key())));
            out.println("value: " + (letter.value() == null ? "none" : hex(letter.value())));
            out.flush();
        }

        private static String hex(byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
    }
}
