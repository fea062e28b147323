package se.samordna.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRegistryTest {
    private static final AvroSchema NOTE = new AvroSchema(
            "{\"type\":\"record\",\"name\":\"Note\",\"fields\":[{\"name\":\"text\",\"type\":\"string\"}]}");

    @TempDir
    Path dir;

    @Test
    void keeps_schemas_when_it_is_killed() throws Exception {
        int id;
        LocalRegistry first = LocalRegistry.start(dir);
        try (first) {
            id = client(first).register("note", NOTE);
            first.kill();
        }
        try (LocalRegistry again = LocalRegistry.start(dir)) {
            assertThat(client(again).getSchemaById(id).canonicalString()).isEqualTo(NOTE.canonicalString());
        }
    }

    @Test
    void dies_when_the_process_that_started_it_is_killed() throws Exception {
        ChildProcess parent = ChildProcess.start(
                new ChildProcess.Program(
                        List.of("-Xmx64m", "-XX:+UseSerialGC"),
                        List.of(System.getProperty("java.class.path")),
                        RegistryStarter.class.getName(),
                        List.of(dir.toString())),
                dir,
                dir.resolve("parent.log"));
        long registry = RegistryStarter.awaitPid(dir);
        ProcessHandle child = ProcessHandle.of(registry).orElseThrow();

        parent.kill();

        assertThat(child.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    private static SchemaRegistryClient client(LocalRegistry registry) {
        return new CachedSchemaRegistryClient(registry.url(), 10);
    }
}
