package se.samordna.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samordna.cli.dlq.Fate;
import se.samordna.cli.dlq.Letter;
import se.samordna.cli.dlq.Place;
import se.samordna.cli.dlq.Replays;
import se.samordna.cli.dlq.Resender;
import se.samordna.cli.replay.CatchUp;
import se.samordna.local.Connections;
import se.samordna.local.StartupProblem;
import se.samordna.local.TopicsApply;
import se.samordna.local.WireWriter;
import se.samordna.schemas.Topics;

/** Puts dead letters back onto the topics they came from. */
@Command(
        name = "replay",
        description = {
            "Put dead letters back where they came from, with their own key, bytes and time, and wait until the apps have"
                    + " read them. Says of each what became of it; none is put back twice.",
            "Without a place or a reason those whose own bytes are at fault are left, since they would only come back.",
            "Exit code 1 if one could not be put back, or came back."
        },
        mixinStandardHelpOptions = true)
final class DlqReplayCommand implements Callable<Integer> {
    @Mixin
    WantedLetters wanted = new WantedLetters();

    @Option(names = "--dry-run", description = "Say what would become of each, and do nothing.")
    boolean dry;

    @Mixin
    Running running = new Running();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final Replays replays = new Replays();
    private final Set<Place> met = new HashSet<>();
    private final Set<Place> back = new HashSet<>(); // where they lie now
    private long seen;
    private int before;
    private int left;
    private int refused;

    @Override
    public Integer call() {
        wanted.check(spec.commandLine());
        if (dry) {
            marks();
            each((letter, from) -> say(letter, "would be replayed to " + from.topic() + "/" + from.partition()));
            int would = met.size() - before - left - refused;
            say("%d would be replayed, %d replayed before, %d left, %d refused", would, before, left, refused);
            return code(0);
        }
        replay();
        int sent = back.size();
        if (sent > 0) {
            PrintWriter err = spec.commandLine().getErr();
            CatchUp.await(
                    running.bootstrap,
                    words -> err.append(words + System.lineSeparator()).flush());
        }
        int again = cameBack();
        say("%d replayed, %d replayed before, %d left, %d refused, %d came back", sent, before, left, refused, again);
        return code(again);
    }

    private int code(int again) {
        List<Place> unknown = wanted.placesBeside(met);
        unknown.forEach(place -> say("%s: there is no such dead letter", place));
        return again + refused + unknown.size() == 0 ? Samordna.DONE : Samordna.REFUSED;
    }

    private void replay() {
        Map<String, Object> settings = new HashMap<>(Connections.producer(running.bootstrap));
        settings.put("transactional.id", Resender.ID);
        WireWriter writer = new WireWriter(running.registry);
        try (Resender resender = new Resender(
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()),
                mark -> writer.bytes(Topics.REPLAYS, mark),
                Clock.systemUTC(),
                this::isBack)) {
            resender.begin(); // before the marks are read: nobody else writes any from now on
            marks();
            each(resender::send);
            resender.settle();
        }
    }

    private void isBack(Letter letter, Place now) {
        back.add(now);
        say(letter, "replayed to " + now);
    }

    private void marks() {
        WholeTopic.read(running.bootstrap, List.of(Topics.REPLAYS.name()), replays::take);
    }

    /** Gives the letters that are to go back, with where they came from, and says what becomes of the others. */
    private void each(BiConsumer<Letter, Place> goesBack) {
        Map<String, Integer> partitions = partitions();
        letters(_ -> {});
        long total = seen;
        try (Progress progress =
                Progress.of("dlq replay", total, spec.commandLine().getErr())) {
            letters(letter -> {
                met.add(letter.place());
                switch (Fate.of(letter, replays, partitions, wanted.names(letter))) {
                    case Fate.Back(Place from) -> goesBack.accept(letter, from);
                    case Fate.Before(var at) -> {
                        before++;
                        say(letter, "was replayed at " + at);
                    }
                    case Fate.Left _ -> {
                        left++;
                        say(letter, "left: it would come back; name its place or its reason to replay it all the same");
                    }
                    case Fate.Refused(String why) -> {
                        refused++;
                        say(letter, "refused: " + why);
                    }
                }
                progress.to(seen);
            });
        }
    }

    /** Gives those wanted, and counts them. */
    private void letters(Consumer<Letter> each) {
        seen = 0;
        WholeTopic.read(running.bootstrap, wanted.topics(), record -> {
            Letter letter = new Letter(record);
            if (wanted.is(letter)) {
                seen++;
                each.accept(letter);
            }
        });
    }

    /** How many lie among the dead letters anew: what is wrong with them has not been mended. */
    private int cameBack() {
        int sent = back.size();
        if (sent > 0) {
            WholeTopic.read(running.bootstrap, wanted.topics(), record -> {
                Letter letter = new Letter(record);
                letter.from().filter(back::remove).ifPresent(from -> say(letter, "came back from " + from));
            });
        }
        return sent - back.size();
    }

    private Map<String, Integer> partitions() {
        try (Admin admin = Admin.create(Connections.admin(running.bootstrap))) {
            Map<String, Integer> partitions = TopicsApply.existing(admin).entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            topic -> topic.getValue().partitions().size()));
            if (!partitions.containsKey(Topics.REPLAYS.name())) {
                throw new StartupProblem(
                        "There is no " + Topics.REPLAYS.name() + ". Create it with: infra/samordna topics apply");
            }
            return partitions;
        }
    }

    private void say(Letter letter, String what) {
        say("%s %s %s", letter.place(), letter.reason(), what);
    }

    private void say(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}
