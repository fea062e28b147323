/**
 * JSON in, Avro out, or a list of everything that is wrong. One reader serves HTTP and files; the schemas alone say what
 * an event may hold ({@link se.samordna.schemas.FieldKind}), so a new event type needs no code here. A fault names its
 * field and never quotes the value.
 */
@NullMarked
package se.samordna.kit.intake;

import org.jspecify.annotations.NullMarked;
