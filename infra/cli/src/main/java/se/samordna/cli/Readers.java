package se.samordna.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import se.samordna.kit.intake.EventReader;
import se.samordna.kit.privacy.PseudonymKey;
import se.samordna.kit.privacy.Pseudonymizer;
import se.samordna.local.StartupProblem;

/** Readers of lines, with the key that turns a personnummer into the same childId as the services do. */
final class Readers {
    private Readers() {}

    /**
     * A reader with the key in that file.
     *
     * @param needed whether a personnummer will come; without, a key that is missing is not missed
     */
    static EventReader of(Path key, boolean needed) throws IOException {
        if (Files.exists(key)) {
            return new EventReader(Pseudonymizer.with(new PseudonymKey.KeyFile(key, false)));
        }
        if (needed) {
            throw new StartupProblem("The lines carry personnummer, and there is no key at " + key
                    + ". Give the directory of the running system with --dir, or its key with --key.");
        }
        Path draft = Files.createTempDirectory("samordna");
        Path unused = draft.resolve("unused.json");
        try {
            return new EventReader(Pseudonymizer.with(new PseudonymKey.KeyFile(unused, true)));
        } finally {
            Files.deleteIfExists(unused);
            Files.delete(draft);
        }
    }
}
