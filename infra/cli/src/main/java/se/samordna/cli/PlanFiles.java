package se.samordna.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.samordna.indicators.plans.PlanFile;
import se.samordna.indicators.plans.PlanFile.Standing;
import se.samordna.indicators.plans.PlanVersions;
import se.samordna.indicators.plans.PlanVersions.Taken;
import se.samordna.kit.privacy.HiddenPersonnummer;
import se.samordna.measures.PlanDefinition;
import se.samordna.streams.yaml.Fault;
import se.samordna.streams.yaml.YamlText;

/**
 * Plan files held against what is published: all of them or none.
 *
 * @param plans what becomes of each file, in their order
 * @param faults every mistake of every file
 * @param warnings what is no mistake and may not be what was meant
 */
record PlanFiles(List<Planned> plans, List<String> faults, List<String> warnings) {

    /** A file without a mistake. */
    record Planned(PlanDefinition plan, Taken taken) {}

    /**
     * Reads the files, one after the other, each as if those before it were published. What cannot be read is told among the
     * mistakes.
     *
     * @param published by kommunkod
     * @param today the local day it is: what holds on it stands
     */
    static PlanFiles read(Collection<Path> files, Map<String, PlanVersions> published, LocalDate today) {
        Reading reading = new Reading(new TreeMap<>(published), today);
        files.forEach(reading::read);
        return new PlanFiles(List.copyOf(reading.plans), List.copyOf(reading.faults), List.copyOf(reading.warnings));
    }

    /** The reading of one file after the other. */
    private static final class Reading {
        private final Map<String, PlanVersions> there;
        private final LocalDate today;
        private final List<Planned> plans = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();

        /** @param there is added to */
        Reading(Map<String, PlanVersions> there, LocalDate today) {
            this.there = there;
            this.today = today;
        }

        void read(Path file) {
            byte[] bytes;
            try {
                bytes = start(file);
            } catch (IOException e) {
                faults.add(file + ": cannot be read: " + e.getClass().getSimpleName());
                return;
            }
            faults.addAll(personnummer(file, new String(bytes, StandardCharsets.UTF_8)));
            switch (PlanFile.read(file.toString(), bytes, new Standing(this::versions, today))) {
                case PlanFile.Read.Faulty(List<Fault> wrong) -> wrong.forEach(fault -> faults.add(fault.toString()));
                case PlanFile.Read.Plan(PlanDefinition plan, int line) -> {
                    Taken taken = versions(plan.getMunicipality()).take(plan, today);
                    switch (taken) {
                        case Taken.New taking -> take(taking, file, line);
                        case Taken.Refused(PlanDefinition inForce) ->
                            faults.add(at(
                                    file,
                                    line,
                                    "version " + inForce.getVersion() + " has been in force since "
                                            + inForce.getValidFrom()
                                            + " and stands: give the change a later validFrom"));
                        case Taken.Same _ -> {}
                    }
                    plans.add(new Planned(plan, taken));
                }
            }
        }

        private void take(Taken.New taking, Path file, int line) {
            LocalDate from = taking.version().getValidFrom();
            taking.replaced().stream()
                    .filter(this::isOfAnotherFile)
                    .findFirst()
                    .ifPresent(other -> faults.add(at(file, line, notAfter(other, from))));
            taking.restated(today).ifPresent(restated -> warnings.add(at(file, line, judgedAnew(restated, from))));
            there.put(taking.version().getMunicipality(), taking.all());
        }

        private static String notAfter(PlanDefinition other, LocalDate from) {
            return "validFrom is " + from + ", must be after " + other.getValidFrom()
                    + ", from which a file before it holds: give the files in the order of their days";
        }

        private String judgedAnew(PlanDefinition restated, LocalDate from) {
            return "warning: validFrom is " + from
                    + ", which has passed: periods that ended since then were judged under" + " version "
                    + restated.getVersion() + " and are judged anew; from " + today + " none would be";
        }

        private boolean isOfAnotherFile(PlanDefinition replaced) {
            return plans.stream()
                    .anyMatch(each -> each.taken() instanceof Taken.New before
                            && before.version().equals(replaced));
        }

        private PlanVersions versions(String municipality) {
            return there.getOrDefault(municipality, PlanVersions.NONE);
        }
    }

    private static String at(Path file, int line, String message) {
        return new Fault(file.toString(), line, message).toString();
    }

    /** All of a file, or enough of it to find it too long. */
    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(YamlText.MOST_BYTES + 1);
        }
    }

    /** A plan is of no child, and everyone reads it. */
    private static List<String> personnummer(Path file, String text) {
        List<String> faults = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (HiddenPersonnummer.isIn(lines.get(i))) {
                faults.add(at(file, i + 1, "there is a personnummer in this line"));
            }
        }
        return faults;
    }

    /** What is to be published: of each municipality the last there is of it. */
    Collection<PlanDefinition> toPublish() {
        Map<String, PlanDefinition> last = new TreeMap<>();
        for (Planned each : plans) {
            if (each.taken() instanceof Taken.New(var version, var _, var _, PlanVersions all)) {
                all.published().ifPresent(record -> last.put(version.getMunicipality(), record));
            }
        }
        return last.values();
    }
}
