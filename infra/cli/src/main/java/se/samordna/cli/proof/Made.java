package se.samordna.cli.proof;

import java.nio.file.Path;
import se.samordna.coordination.AlertLine;

/** What came of the proof of one line. */
public sealed interface Made {

    AlertLine.Full told();

    /** As told, and as the log gives it. */
    record Proven(AlertLine.Full told, Bundle bundle) implements Made {

        /** What a line says otherwise than the log: nothing, unless coordination has told more or less by now. */
        public Verdict against(AlertLine.Full line) {
            return Verdict.of(bundle.telling(Bundle.tree(line)), bundle);
        }

        /** How many records it rests on. */
        public int records() {
            return bundle.records().size();
        }

        public void write(Path file) {
            bundle.write(file);
        }
    }

    /** Its rule is none of those in force. */
    record OfNoRule(AlertLine.Full told) implements Made {}
}
