package se.samordna.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * Scripts that once failed, made small, as JSON lines: the events of the contract, a {@code Tick} where time passes, and
 * what the app around the child does. {@link RegressionsTest} replays them for ever.
 */
final class Regressions {

    static final Path DIRECTORY = Path.of("src/test/resources/regressions");

    private Regressions() {}

    /** Plays a seed's script; one that fails is made small and kept, and stops the test with its seed. */
    static void play(String how, long seed, LongFunction<Script> scripts) {
        Script script = scripts.apply(seed);
        Optional<String> failure = script.failure(Rules.standard());
        if (failure.isEmpty()) {
            return;
        }
        String name = how + "-" + seed;
        if (!Boolean.parseBoolean(System.getProperty("regressions", "true"))) {
            throw new AssertionError(name + ": " + failure.get());
        }
        Script small = Shrinking.shrink(script, s -> s.failure(Rules.standard()).isPresent());
        Path file = keep(DIRECTORY, name, small);
        throw new AssertionError("seed " + seed + " " + how + ", kept as " + file + ": "
                + small.failure(Rules.standard()).orElseThrow() + "\n" + String.join("\n", write(small)));
    }

    static Path keep(Path directory, String name, Script script) {
        try {
            Files.createDirectories(directory);
            return Files.write(directory.resolve(name + ".jsonl"), write(script));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> write(Script script) {
        return script.turns().stream().map(Regressions::write).toList();
    }

    private static String write(Turn turn) {
        return switch (turn) {
            case Turn.Comes(Event e) -> JsonLine.write(EventLines.fields(e));
            case Turn.Until(Instant then) -> JsonLine.write(Map.of("type", "Tick", "at", then));
            case Turn.Jumped(Instant then) -> JsonLine.write(Map.of("type", "Jump", "at", then));
            case Turn.Judged j -> JsonLine.write(Map.of("type", "Judge"));
            case Turn.Restarted r -> JsonLine.write(Map.of("type", "Restart"));
            case Turn.Checked c -> JsonLine.write(Map.of("type", "Check"));
        };
    }

    static Script read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return new Script(lines.map(JsonLine::parse).map(Regressions::turn).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Turn turn(JsonLine line) {
        return switch (line.text("type")) {
            case "Tick" -> new Turn.Until(Instant.parse(line.text("at")));
            case "Jump" -> new Turn.Jumped(Instant.parse(line.text("at")));
            case "Judge" -> new Turn.Judged();
            case "Restart" -> new Turn.Restarted();
            case "Check" -> new Turn.Checked();
            default -> new Turn.Comes(EventLines.event(line));
        };
    }
}
