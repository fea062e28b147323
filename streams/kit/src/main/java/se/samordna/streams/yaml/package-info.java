/** Files that people write, read so that every mistake is found at once and named with its file and line. */
@NullMarked
package se.samordna.streams.yaml;

import org.jspecify.annotations.NullMarked;
