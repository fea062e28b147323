package se.samordna.cli.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import se.samordna.kit.intake.EventReader;
import se.samordna.kit.intake.Mode;
import se.samordna.kit.intake.Reading;

/** What must be known of a file before its first line is published. */
final class Glance {
    private static final byte[] TICK = "\"Tick\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PERSONNUMMER = "\"personnummer\"".getBytes(StandardCharsets.US_ASCII);

    private Glance() {}

    /** Whether a personnummer stands anywhere in it, so that the key of the pseudonyms is needed. */
    static boolean needsKey(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            LineReader lines = new LineReader(in, EventReader.MAX_EVENT_BYTES);
            while (lines.next()) {
                if (contains(lines, PERSONNUMMER)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The instant of the file's first Tick; empty if it has none. */
    static OptionalLong firstTick(Path file, EventReader reader) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            LineReader lines = new LineReader(in, EventReader.MAX_EVENT_BYTES);
            while (lines.next()) {
                if (contains(lines, TICK)
                        && reader.read(lines.bytes(), 0, lines.length(), Mode.files()) instanceof Reading.Tick tick) {
                    return OptionalLong.of(tick.at().toEpochMilli());
                }
            }
            return OptionalLong.empty();
        }
    }

    private static boolean contains(LineReader lines, byte[] word) {
        byte[] bytes = lines.bytes();
        int last = lines.length() - word.length;
        for (int at = 0; at <= last; at++) {
            int same = 0;
            while (same < word.length && bytes[at + same] == word[same]) {
                same++;
            }
            if (same == word.length) {
                return true;
            }
        }
        return false;
    }
}
