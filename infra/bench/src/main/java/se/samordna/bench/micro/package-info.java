/** JMH: nanoseconds of what is done for every event. Run by {@code infra/bench/run --jmh}. */
@NullMarked
package se.samordna.bench.micro;

import org.jspecify.annotations.NullMarked;
