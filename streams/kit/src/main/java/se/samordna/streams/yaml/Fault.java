package se.samordna.streams.yaml;

/**
 * A mistake in a file that people write, in the form editors and compilers use.
 *
 * @param line from 1
 */
public record Fault(String file, int line, String message) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
