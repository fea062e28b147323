/** Against a real broker in this VM, with the registry as Confluent's own mock. */
package se.samordna.kit.publish;
