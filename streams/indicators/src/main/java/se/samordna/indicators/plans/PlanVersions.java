package se.samordna.indicators.plans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.samordna.measures.PlanDefinition;
import se.samordna.measures.PlanVersion;
import se.samordna.schemas.Kommunkod;

/**
 * The versions of a municipality's plan. Each holds from its {@code validFrom} until the day before that of the next, and
 * a later version holds from a later day, so that none restates what was judged under those before it.
 */
public final class PlanVersions {

    /** A version that has not been numbered. */
    public static final int NO_NUMBER = 0;

    public static final PlanVersions NONE = new PlanVersions(List.of());

    private final List<PlanDefinition> latestFirst;

    private PlanVersions(List<PlanDefinition> latestFirst) {
        this.latestFirst = List.copyOf(latestFirst);
    }

    /** Those in a record of plans.definitions. */
    public static PlanVersions of(PlanDefinition published) {
        return new PlanVersions(Stream.concat(
                        Stream.of(alone(published)),
                        published.getEarlier().stream()
                                .map(earlier -> new PlanDefinition(
                                        published.getMunicipality(),
                                        earlier.getName(),
                                        earlier.getValidFrom(),
                                        earlier.getAreas(),
                                        earlier.getVersion(),
                                        earlier.getCompared(),
                                        List.of())))
                .toList());
    }

    /** Whether a record of plans.definitions may stand under its key: a plan of that municipality, with numbers as targets. */
    public static boolean isPlanOf(String municipality, PlanDefinition published) {
        return published.getMunicipality().equals(municipality)
                && Kommunkod.of(municipality).isPresent()
                && of(published).all().stream()
                        .flatMap(version -> version.getAreas().stream())
                        .flatMap(area -> area.getGoals().stream())
                        .allMatch(goal -> goal.getTarget() == null || Double.isFinite(goal.getTarget()));
    }

    private static PlanDefinition alone(PlanDefinition plan) {
        return new PlanDefinition(
                plan.getMunicipality(),
                plan.getName(),
                plan.getValidFrom(),
                plan.getAreas(),
                plan.getVersion(),
                plan.getCompared(),
                List.of());
    }

    /** Each by itself, the latest first. */
    public List<PlanDefinition> all() {
        return latestFirst;
    }

    public Optional<PlanDefinition> latest() {
        return latestFirst.stream().findFirst();
    }

    /** The one that holds on a local day. */
    public Optional<PlanDefinition> inForceOn(LocalDate day) {
        return latestFirst.stream()
                .filter(each -> !each.getValidFrom().isAfter(day))
                .findFirst();
    }

    /** Those that do not hold yet on a local day, the next first. */
    public List<PlanDefinition> comingAfter(LocalDate day) {
        return latestFirst.reversed().stream()
                .filter(each -> each.getValidFrom().isAfter(day))
                .toList();
    }

    /** The last local day one of them holds; none of the latest. */
    public Optional<LocalDate> lastDay(PlanDefinition version) {
        return comingAfter(version.getValidFrom()).stream()
                .findFirst()
                .map(next -> next.getValidFrom().minusDays(1));
    }

    /** What came of a plan that is to be published. */
    public sealed interface Taken {

        /** It is there already. */
        record Same(PlanDefinition version) implements Taken {}

        /**
         * It becomes a version.
         *
         * @param version it, numbered
         * @param before the one whose place it takes, or that held until it does
         * @param all with it
         */
        record New(PlanDefinition version, Optional<PlanDefinition> before, PlanVersions all) implements Taken {}

        /** It would restate what has been in force. */
        record Refused(PlanDefinition inForce) implements Taken {}
    }

    /**
     * Takes a plan in that is held to be in order, see {@link #wrongDay} and {@link #wrongNumber}. One that holds from the same
     * day as the latest takes its place while that day lies ahead.
     *
     * @param today the local day it is
     */
    public Taken take(PlanDefinition plan, LocalDate today) {
        Optional<PlanDefinition> there = same(plan);
        if (there.isPresent()) {
            return new Taken.Same(there.get());
        }
        Optional<PlanDefinition> replaced =
                latest().filter(latest -> latest.getValidFrom().equals(plan.getValidFrom()));
        if (replaced.isPresent() && !plan.getValidFrom().isAfter(today)) {
            return new Taken.Refused(replaced.get());
        }
        int number = plan.getVersion() != NO_NUMBER
                ? plan.getVersion()
                : replaced.map(PlanDefinition::getVersion)
                        .orElseGet(
                                () -> latest().map(PlanDefinition::getVersion).orElse(0) + 1);
        PlanDefinition version = numbered(plan, number);
        var all = new ArrayList<>(latestFirst);
        replaced.ifPresent(all::remove);
        all.addFirst(version);
        return new Taken.New(version, replaced.or(this::latest), new PlanVersions(all));
    }

    private Optional<PlanDefinition> same(PlanDefinition plan) {
        return latestFirst.stream()
                .filter(each -> plan.getVersion() == NO_NUMBER || plan.getVersion() == each.getVersion())
                .filter(each -> numbered(each, NO_NUMBER).equals(numbered(plan, NO_NUMBER)))
                .findFirst();
    }

    private static PlanDefinition numbered(PlanDefinition plan, int number) {
        return PlanDefinition.newBuilder(plan)
                .setVersion(number)
                .setEarlier(List.of())
                .build();
    }

    /** What the day a plan holds from must be instead; none for one that comes after the versions there are. */
    Optional<String> wrongDay(PlanDefinition plan) {
        return latest().filter(latest -> plan.getValidFrom().isBefore(latest.getValidFrom()))
                .filter(_ -> same(plan).isEmpty())
                .map(latest -> latest.getValidFrom() + " or later, as version " + latest.getVersion()
                        + " holds from that day");
    }

    /** What a plan's number must be instead; none for one that comes after the versions there are. */
    Optional<String> wrongNumber(PlanDefinition plan) {
        if (plan.getVersion() == NO_NUMBER || same(plan).isPresent()) {
            return Optional.empty();
        }
        return latest().flatMap(latest -> {
            int last = latest.getVersion();
            if (latest.getValidFrom().equals(plan.getValidFrom())) {
                return plan.getVersion() == last
                        ? Optional.empty()
                        : Optional.of(last + ", as that holds from " + latest.getValidFrom());
            }
            return plan.getVersion() > last
                    ? Optional.empty()
                    : Optional.of("after " + last + ", which holds from " + latest.getValidFrom());
        });
    }

    /** As it is published: the latest, with those before it. */
    public Optional<PlanDefinition> published() {
        return latest().map(latest -> PlanDefinition.newBuilder(latest)
                .setEarlier(latestFirst.stream()
                        .skip(1)
                        .map(each -> new PlanVersion(
                                each.getVersion(),
                                each.getName(),
                                each.getValidFrom(),
                                each.getCompared(),
                                each.getAreas()))
                        .toList())
                .build());
    }
}
