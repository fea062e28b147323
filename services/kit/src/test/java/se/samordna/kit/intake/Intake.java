package se.samordna.kit.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import se.samordna.events.Agency;
import se.samordna.kit.privacy.PseudonymKey;
import se.samordna.kit.privacy.Pseudonymizer;

/** A reader with a key of its own, at noon on the first of March 2026. */
public final class Intake {

    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    /** The social services over HTTP. */
    static final Mode HTTP = Mode.events(Agency.SOCIAL_SERVICES, CLOCK);

    public static final EventReader READER = new EventReader(Pseudonymizer.with(key()));

    private Intake() {}

    private static PseudonymKey key() {
        try {
            Path directory = Files.createTempDirectory("pseudonyms");
            directory.toFile().deleteOnExit();
            return new PseudonymKey.KeyFile(directory.resolve("pseudonym.json"), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Fault> faults(Sample sample, Mode mode) {
        return faults(sample.line(), mode);
    }

    static List<Fault> faults(String line, Mode mode) {
        return ((Reading.Refused) READER.read(line, mode)).faults();
    }
}
