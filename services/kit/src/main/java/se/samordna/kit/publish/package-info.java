/** Into Kafka: serialised through the registry, acknowledged by all replicas, several events all or none. */
@NullMarked
package se.samordna.kit.publish;

import org.jspecify.annotations.NullMarked;
