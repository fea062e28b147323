package se.samordna.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.samordna.coordination.AlertLine;
import se.samordna.coordination.running.Accesses;
import se.samordna.local.StartupProblem;
import se.samordna.platform.Access;
import se.samordna.streams.Encoder;
import se.samordna.streams.Registry;

/**
 * The operator of the command line in the log of who looked at which child, where a command reads topics itself and no
 * app logs for it. As everywhere, nothing is shown before its entry has been acknowledged (SoLPuL 10; HSLF-FS 2016:40
 * 4:9).
 *
 * <p>A run is logged once for each child whose alerts it shows, all with one instant. That is one record for a run over
 * one child; a run over everything is as many as the children shown. It is what the list over HTTP does too: the log is
 * kept by child so that it can be told who has looked at one, and a record of no child would answer that for nobody.
 */
final class OperatorLog {
    /** Nothing more is known of who it is; the account on the machine may be a person's name, which the log never holds. */
    private static final String WHO = "operator";

    private static final String ROLE = "OPERATOR";
    private static final String PURPOSE = "COORDINATION";
    private static final String ALERTS = "ALERTS";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String bootstrap;
    private final String registry;

    OperatorLog(String bootstrap, String registry) {
        this.bootstrap = bootstrap;
        this.registry = registry;
    }

    /** What a run over alerts shows and looked for, as it is to be logged. */
    static List<Access> of(Optional<UUID> asked, Collection<AlertLine> shown, Instant at) {
        return of(ALERTS, asked, shown.stream().map(AlertLine::childId).toList(), at);
    }

    /** A run over what is of children: of the one asked for, shown or not, else of each shown. */
    static List<Access> of(String what, Optional<UUID> asked, Collection<UUID> shown, Instant at) {
        return asked.map(child -> List.of(entry(what, child, at, shown.isEmpty() ? "ABSENT" : "GRANTED")))
                .orElseGet(() -> shown.stream()
                        .distinct()
                        .map(child -> entry(what, child, at, "GRANTED"))
                        .toList());
    }

    private static Access entry(String what, UUID child, Instant at, String result) {
        return new Access(WHO, ROLE, PURPOSE, what, at.truncatedTo(ChronoUnit.MILLIS), result, child);
    }

    /**
     * Writes the entries and waits until they are there.
     *
     * @throws StartupProblem if they cannot be written
     */
    void write(List<Access> entries) {
        try (Registry schemas = Registry.at(registry, PATIENCE);
                Accesses log = new Accesses("samordna-cli", bootstrap, new Encoder(schemas))) {
            if (!log.written(entries)) {
                throw new StartupProblem(
                        "The access log cannot be written, and nothing is shown that cannot be logged.");
            }
        }
    }
}
