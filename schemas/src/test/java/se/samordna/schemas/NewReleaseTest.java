package se.samordna.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Lays down a release, once and for all: {@code ./mvnw -pl schemas -am test -Dsamordna.release=0.2.0
 * -Dtest=NewReleaseTest -Dsurefire.failIfNoSpecifiedTests=false}, then check in what came under src/test/released and
 * src/test/golden.
 */
@EnabledIfSystemProperty(named = "samordna.release", matches = "\\d+\\.\\d+\\.\\d+")
class NewReleaseTest {

    @Test
    void keeps_the_schemas_and_the_golden_bytes() throws IOException {
        Path schemas = Released.RELEASES.resolve(System.getProperty("samordna.release"));
        Path golden = Released.GOLDEN.resolve(System.getProperty("samordna.release"));
        assertThat(schemas).as("a release is never laid down again").doesNotExist();
        Files.createDirectories(schemas);
        Files.createDirectories(golden);

        for (Path file : Released.files(Released.SOURCES)) {
            Files.copy(file, schemas.resolve(file.getFileName()));
        }
        for (Class<? extends SpecificRecord> type : RecordTypes.all()) {
            Files.write(golden.resolve(type.getSimpleName() + ".bin"), GoldenBytesTest.sample(type));
        }
    }
}
