/**
 * What is said between the parts, in one place: the event types, the topics they travel on, and how they become bytes.
 *
 * <p>{@link se.samordna.schemas.Topics} is the one catalogue of topics; nobody types a topic name twice. {@link
 * se.samordna.schemas.EventTypes} knows every event type by name, class and owner; {@link
 * se.samordna.schemas.FieldKind} says how a field is validated, so that JSON becomes Avro without a mapper per type.
 * {@link se.samordna.schemas.RegistrySettings} and {@link se.samordna.schemas.SpecificAvroSerde} are how a record is
 * written and read through the schema registry, and {@link se.samordna.schemas.SchemaRegistration} puts the schemas
 * there. The records themselves are generated from {@code schemas/src/main/avro}, by owner, into
 * {@code se.samordna.events}, {@code .alerts}, {@code .measures} and {@code .platform}.
 *
 * <p>How a schema may change: a field is added with a default, a symbol is added to an enum, a type is added. Nothing
 * else; the build compares with every released version (src/test/released) and reads its golden bytes.
 */
@NullMarked
package se.samordna.schemas;

import org.jspecify.annotations.NullMarked;
