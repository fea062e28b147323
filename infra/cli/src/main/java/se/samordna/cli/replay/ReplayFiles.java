package se.samordna.cli.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import se.samordna.kit.intake.EventReader;

/** Files of JSON lines, one after the other, into a replay. */
public final class ReplayFiles {
    private static final long SECOND = 1_000_000_000L;
    private static final int LOOK_EVERY = 256;

    private final Replay replay;
    private final EventReader reader;
    private final long linesPerSecond;
    private final LongConsumer progress;
    private final long began = System.nanoTime();
    private long lines;
    private long bytes;

    /**
     * @param linesPerSecond the greatest speed; 0: as fast as it goes
     * @param progress hears how many bytes are through
     */
    public ReplayFiles(Replay replay, EventReader reader, long linesPerSecond, LongConsumer progress) {
        this.replay = replay;
        this.reader = reader;
        this.linesPerSecond = linesPerSecond;
        this.progress = progress;
    }

    /** Whether any of them needs the key of the pseudonyms. */
    public static boolean needKey(List<Path> files) throws IOException {
        for (Path file : files) {
            if (Glance.needsKey(file)) {
                return true;
            }
        }
        return false;
    }

    /** Whether any of them brings Ticks of its own. */
    public static boolean haveTicks(List<Path> files, EventReader reader) throws IOException {
        for (Path file : files) {
            if (Glance.firstTick(file, reader).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Replays one file. */
    public void file(Path file) throws IOException {
        OptionalLong firstTick = Glance.firstTick(file, reader);
        replay.begin(firstTick);
        try (InputStream in = Files.newInputStream(file)) {
            LineReader from = new LineReader(in, EventReader.MAX_EVENT_BYTES);
            long number = 0;
            while (from.next()) {
                number++;
                bytes += from.length() + 1L;
                if (!from.blank()) {
                    replay.line(from.bytes(), from.length(), file.toString(), number);
                    pace();
                }
            }
        }
    }

    private void pace() {
        lines++;
        if (lines % LOOK_EVERY == 0) {
            progress.accept(bytes);
        }
        if (linesPerSecond > 0) {
            long due = began + lines * SECOND / linesPerSecond;
            long early = due - System.nanoTime();
            if (early > 0) {
                LockSupport.parkNanos(early);
            }
        }
    }
}
