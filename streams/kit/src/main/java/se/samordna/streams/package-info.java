/**
 * What both Streams applications share between Kafka's bytes and the rules.
 *
 * <pre>
 * bytes ─▶ Decoder ─▶ Signals ─▶ Signal ─▶ (the application's one processor) ─▶ ChildStore, WakeUps
 *            │ dead                                        │ conflict, our bug
 *            ╰──────────────▶ &lt;topic&gt;.dlq ◀────────────────╯
 * </pre>
 *
 * {@link se.samordna.streams.StreamsRuntime} starts, watches and ends the streams; {@link
 * se.samordna.streams.ChildLookup} answers questions from the stores. No Spring, no rule.
 */
@NullMarked
package se.samordna.streams;

import org.jspecify.annotations.NullMarked;
