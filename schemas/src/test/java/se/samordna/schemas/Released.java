package se.samordna.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;

/** The schemas of each release, as checked in under src/test/released, and its golden bytes beside them. */
record Released(String version, Map<String, Schema> schemas) {

    static final Path SOURCES = Path.of("src/main/avro");
    static final Path RELEASES = Path.of("src/test/released");
    static final Path GOLDEN = Path.of("src/test/golden");

    static List<Released> all() {
        try (Stream<Path> versions = Files.list(RELEASES)) {
            return versions.sorted()
                    .map(folder -> new Released(folder.getFileName().toString(), parse(folder)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path golden(String type) {
        return GOLDEN.resolve(version).resolve(type + ".bin");
    }

    /** Every named type of the .avsc files below a folder, by simple name. */
    static Map<String, Schema> parse(Path folder) {
        SchemaParser parser = new SchemaParser();
        try {
            for (Path file : files(folder)) {
                parser.parse(file);
            }
            return parser.getParsedNamedSchemas().stream()
                    .collect(Collectors.toMap(
                            Schema::getName, schema -> schema, (one, other) -> one, LinkedHashMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Enums first: a field's default may name one of their symbols. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .sorted(Comparator.comparing(Released::isRecord).thenComparing(Path::getFileName))
                    .toList();
        }
    }

    private static boolean isRecord(Path file) {
        try {
            return !Files.readString(file).contains("\"type\": \"enum\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
