/** The whole service over HTTP; only Kafka is stood in for, to be away when asked. */
package se.samordna.kit.web;
