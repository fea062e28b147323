package se.samordna.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import se.samordna.cli.proof.Made;
import se.samordna.cli.proof.Proofs;
import se.samordna.cli.proof.Verdict;
import se.samordna.coordination.AlertLine;
import se.samordna.local.StartupProblem;
import se.samordna.rules.Rules;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;

/** The proofs of alerts that {@code explain} writes and verifies, each child noted in the access log before. */
final class ProofRun {
    private static final String WHAT = "PROOF";
    private static final int TRIES = 3;

    private final Running running;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Optional<Rules> rules;

    /** @param rules under which to reckon; without, those that the running system says are in force */
    ProofRun(Running running, Optional<Rules> rules, PrintWriter out, PrintWriter err) {
        this.rules = rules;
        this.running = running;
        this.out = out;
        this.err = err;
    }

    /**
     * Writes proofs. What was told is read before the log and after it, so that an alert told anew in between is tried
     * again.
     */
    int make(WantedAlerts wanted, Path to) {
        List<AlertLine.Full> chosen = wanted.of(told(wanted.recipient()));
        log(chosen.stream().map(AlertLine::childId).toList());
        Path directory = directory(wanted, to);
        List<AlertLine.Full> left = chosen;
        List<String> faults = new ArrayList<>();
        try (Proofs proofs = proofs()) {
            for (int tries = 1; tries <= TRIES && !left.isEmpty(); tries++) {
                faults.clear();
                List<Made> made = proofs.of(left);
                List<AlertLine.Full> now = told(wanted.recipient());
                List<AlertLine.Full> again = new ArrayList<>();
                for (Made each : made) {
                    written(each, now, wanted.several() ? directory : to, wanted.several() || Files.isDirectory(to))
                            .ifPresent(fault -> {
                                faults.add(fault);
                                again.add(standing(each.told(), now));
                            });
                }
                left = again;
            }
        }
        faults.forEach(err::println);
        err.flush();
        out.println((chosen.size() - faults.size()) + " of " + chosen.size() + " proofs written");
        out.flush();
        return faults.isEmpty() ? Samordna.DONE : Samordna.REFUSED;
    }

    /** Writes a proof that agrees with what was told; else says why not. */
    private Optional<String> written(Made made, List<AlertLine.Full> now, Path to, boolean isDirectory) {
        AlertLine.Full line = standing(made.told(), now);
        String name = line.alertId() + "." + line.recipient();
        return switch (made) {
            case Made.OfNoRule _ -> Optional.of(name + ": no rule in force is called " + line.ruleId());
            case Made.Proven proven -> {
                Verdict verdict = proven.against(line);
                if (verdict.holds()) {
                    Path file = isDirectory ? to.resolve(name + ".json") : to;
                    proven.write(file);
                    out.println(file + "  " + line.ruleId() + "  " + proven.records() + " records");
                    yield Optional.empty();
                }
                yield Optional.of(name + " " + line.ruleId() + ": " + String.join("; ", verdict.differences()));
            }
        };
    }

    private static AlertLine.Full standing(AlertLine.Full line, List<AlertLine.Full> now) {
        return now.stream()
                .filter(other -> other.alertId().equals(line.alertId())
                        && other.recipient().equals(line.recipient()))
                .findFirst()
                .orElse(line);
    }

    /** Says of each file whether it holds, and what differs if not. */
    int verify(List<Path> named) {
        List<Path> files = named.stream().flatMap(ProofRun::files).toList();
        if (files.isEmpty()) {
            throw new StartupProblem("There is no proof in " + named);
        }
        log(Proofs.children(files));
        try (Proofs proofs = proofs()) {
            Map<Path, Verdict> verdicts = proofs.verify(files);
            verdicts.forEach((file, verdict) -> {
                out.println(verdict.holds() + "  " + file);
                verdict.differences().forEach(difference -> out.println("       " + difference));
            });
            long held = verdicts.values().stream().filter(Verdict::holds).count();
            out.println(held + " of " + files.size() + " proofs are true");
            out.flush();
            return held == files.size() ? Samordna.DONE : Samordna.REFUSED;
        }
    }

    private static Stream<Path> files(Path named) {
        if (!Files.isDirectory(named)) {
            return Stream.of(named);
        }
        try (Stream<Path> inside = Files.list(named)) {
            return inside.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path directory(WantedAlerts wanted, Path to) {
        try {
            return wanted.several() ? Files.createDirectories(to) : to;
        } catch (IOException e) {
            throw new StartupProblem(to + " is no directory and cannot become one", e);
        }
    }

    private List<AlertLine.Full> told(Optional<String> recipient) {
        List<Topic> topics = recipient.flatMap(Agencies::ofWireName).stream()
                .map(Topics::alerts)
                .toList();
        return Alerts.standing(
                        running.bootstrap,
                        running.registry,
                        topics.isEmpty()
                                ? Agencies.ALL.stream().map(Topics::alerts).toList()
                                : topics)
                .lines()
                .stream()
                .filter(AlertLine.Full.class::isInstance)
                .map(AlertLine.Full.class::cast)
                .toList();
    }

    private void log(List<UUID> children) {
        new OperatorLog(running.bootstrap, running.registry)
                .write(OperatorLog.of(WHAT, Optional.empty(), children, Instant.now()));
    }

    private Proofs proofs() {
        Rules inForce = rules.orElseGet(() -> InForce.of(running.http()));
        return new Proofs(
                running.bootstrap, running.registry, inForce, AlertNamespace.ofEnvironment(), new LogProgress(err));
    }
}
