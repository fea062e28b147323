package se.samordna.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The child written down by hand, and what each recipient must be told of it; see {@code one-child/README.md}. */
final class Story {
    static final String CHILD = "0b540000-0000-4000-8000-000000000001";
    static final List<String> RECIPIENTS = List.of("social-services", "school", "police", "region");

    private Story() {}

    /** The events, as {@code infra/samordna replay} reads them. */
    static Path file() {
        return resource("/one-child.jsonl");
    }

    /** The lines of {@code alerts --recipient … --json}, in their own order, without the revision. */
    static List<String> expected(String recipient) {
        return lines(resource("/one-child/alerts." + recipient + ".jsonl"));
    }

    /** The sister, the brother, and the old and the new id of one child; see {@code siblings-and-ids/README.md}. */
    static final List<String> SIBLINGS_AND_IDS = Stream.of("c1", "c2", "c3", "c4")
            .map(end -> "0b540000-0000-4000-8000-0000000000" + end)
            .toList();

    static Path siblingsAndIds() {
        return resource("/siblings-and-ids.jsonl");
    }

    /** What the social services have of them, and nobody else anything. */
    static List<String> expectedOfSiblingsAndIds() {
        return lines(resource("/siblings-and-ids/alerts.social-services.jsonl"));
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An alert line without its last field, the one that depends on the way. */
    static String withoutRevision(String line) {
        return line.replaceFirst(",\"revision\":\\d+}$", "}");
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(Story.class.getResource(name)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
