package se.samordna.cli.county;

/** Takes the JSON lines of a county, in the order they were received, without line ends. */
@FunctionalInterface
public interface Lines {
    /** One line: the first {@code length} bytes, ASCII; the array is used again after the call. */
    void line(byte[] bytes, int length);
}
