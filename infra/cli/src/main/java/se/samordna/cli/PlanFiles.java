package se.samordna.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.samordna.indicators.plans.PlanFile;
import se.samordna.indicators.plans.PlanVersions;
import se.samordna.indicators.plans.PlanVersions.Taken;
import se.samordna.kit.privacy.HiddenPersonnummer;
import se.samordna.local.StartupProblem;
import se.samordna.measures.PlanDefinition;
import se.samordna.streams.yaml.Fault;

/**
 * Plan files held against what is published: all of them or none.
 *
 * @param plans what becomes of each file, in their order
 * @param faults every mistake of every file
 */
record PlanFiles(List<Planned> plans, List<String> faults) {

    /** A file without a mistake. */
    record Planned(PlanDefinition plan, Taken taken) {}

    /**
     * Reads the files, one after the other, each as if those before it were published.
     *
     * @param published by kommunkod
     * @param today the local day it is: what holds on it stands
     * @throws StartupProblem if one cannot be read
     */
    static PlanFiles read(Collection<Path> files, Map<String, PlanVersions> published, LocalDate today) {
        Map<String, PlanVersions> there = new TreeMap<>(published);
        List<Planned> plans = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Path file : files) {
            String text = text(file);
            faults.addAll(personnummer(file, text));
            switch (PlanFile.read(file.toString(), text, code -> there.getOrDefault(code, PlanVersions.NONE))) {
                case PlanFile.Read.Faulty(List<Fault> wrong) -> wrong.forEach(fault -> faults.add(fault.toString()));
                case PlanFile.Read.Plan(PlanDefinition plan) -> {
                    Taken taken = there.getOrDefault(plan.getMunicipality(), PlanVersions.NONE)
                            .take(plan, today);
                    switch (taken) {
                        case Taken.New(var _, var _, PlanVersions all) -> there.put(plan.getMunicipality(), all);
                        case Taken.Refused(PlanDefinition inForce) ->
                            faults.add(file + ": version " + inForce.getVersion() + " has been in force since "
                                    + inForce.getValidFrom() + " and stands: give the change a later validFrom");
                        case Taken.Same _ -> {}
                    }
                    plans.add(new Planned(plan, taken));
                }
            }
        }
        return new PlanFiles(List.copyOf(plans), List.copyOf(faults));
    }

    /** A plan is of no child, and everyone reads it. */
    private static List<String> personnummer(Path file, String text) {
        List<String> faults = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (HiddenPersonnummer.isIn(lines.get(i))) {
                faults.add(new Fault(file.toString(), i + 1, "there is a personnummer in this line").toString());
            }
        }
        return faults;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new StartupProblem(file + " cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }

    /** What is to be published: of each municipality the last there is of it. */
    Collection<PlanDefinition> toPublish() {
        Map<String, PlanDefinition> last = new TreeMap<>();
        for (Planned each : plans) {
            if (each.taken() instanceof Taken.New(var version, var _, PlanVersions all)) {
                all.published().ifPresent(record -> last.put(version.getMunicipality(), record));
            }
        }
        return last.values();
    }
}
