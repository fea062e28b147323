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

    /** How far ahead a version may begin: one further away is a slip. */
    private static final int MOST_YEARS_AHEAD = 10;

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
         * @param before the one that was to hold from the same day, or else that holds until it does
         * @param replaced those whose place it takes, which were to hold from its day or later, the next first
         * @param all with it
         */
        record New(
                PlanDefinition version,
                Optional<PlanDefinition> before,
                List<PlanDefinition> replaced,
                PlanVersions all)
                implements Taken {

            /** The one that has been in force since its day, where that has passed: what it judged since is judged anew. */
            public Optional<PlanDefinition> restated(LocalDate today) {
                return before.filter(_ -> version.getValidFrom().isBefore(today));
            }
        }

        /** It would restate what has been in force. */
        record Refused(PlanDefinition inForce) implements Taken {}
    }

    /**
     * Takes a plan in that is held to be in order, see {@link #wrongDay} and {@link #wrongNumber}. It takes the place of every
     * version that was to hold from its day or later; of none that holds already.
     *
     * @param today the local day it is
     */
    public Taken take(PlanDefinition plan, LocalDate today) {
        Optional<PlanDefinition> there = same(plan);
        if (there.isPresent()) {
            return new Taken.Same(there.get());
        }
        List<PlanDefinition> replaced = comingAfter(plan.getValidFrom().minusDays(1));
        Optional<PlanDefinition> inForce = replaced.reversed().stream()
                .filter(each -> !each.getValidFrom().isAfter(today))
                .findFirst();
        if (inForce.isPresent()) {
            return new Taken.Refused(inForce.get());
        }
        Optional<PlanDefinition> until = heldUntil(plan);
        Optional<PlanDefinition> sameDay = from(plan.getValidFrom());
        int number = plan.getVersion() != NO_NUMBER
                ? plan.getVersion()
                : sameDay.map(PlanDefinition::getVersion)
                        .orElseGet(() -> until.map(PlanDefinition::getVersion).orElse(0) + 1);
        PlanDefinition version = numbered(plan, number);
        var all = new ArrayList<>(latestFirst);
        all.removeAll(replaced);
        all.addFirst(version);
        return new Taken.New(version, sameDay.or(() -> until), replaced, new PlanVersions(all));
    }

    private Optional<PlanDefinition> heldUntil(PlanDefinition plan) {
        return inForceOn(plan.getValidFrom().minusDays(1));
    }

    private Optional<PlanDefinition> from(LocalDate day) {
        return latestFirst.stream()
                .filter(each -> each.getValidFrom().equals(day))
                .findFirst();
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

    /**
     * What the day a plan holds from must be instead; none for one that is to be taken in. It lies within ten years, not before
     * the version in force, and where it takes the place of one that is coming, not in the past.
     *
     * @param today the local day it is
     */
    Optional<String> wrongDay(PlanDefinition plan, LocalDate today) {
        LocalDate from = plan.getValidFrom();
        LocalDate last = today.plusYears(MOST_YEARS_AHEAD);
        if (from.isAfter(last)) {
            return Optional.of(last + " or earlier, within " + MOST_YEARS_AHEAD + " years");
        }
        return same(plan).isPresent()
                ? Optional.empty()
                : inForceOn(today).flatMap(inForce -> tooEarly(from, inForce, today));
    }

    private Optional<String> tooEarly(LocalDate from, PlanDefinition inForce, LocalDate today) {
        if (from.isBefore(inForce.getValidFrom())) {
            return Optional.of(
                    inForce.getValidFrom() + " or later, as version " + inForce.getVersion() + " holds from that day");
        }
        return from.isBefore(today) && !from.equals(inForce.getValidFrom())
                ? comingAfter(today).stream()
                        .findFirst()
                        .map(coming -> today + " or later, as it takes the place of version " + coming.getVersion()
                                + ", which is coming")
                : Optional.empty();
    }

    /** What a plan's number must be instead; none for one that comes after the version that holds until it does. */
    Optional<String> wrongNumber(PlanDefinition plan) {
        if (plan.getVersion() == NO_NUMBER || same(plan).isPresent()) {
            return Optional.empty();
        }
        Optional<PlanDefinition> sameDay = from(plan.getValidFrom());
        if (sameDay.isPresent()) {
            int number = sameDay.get().getVersion();
            return plan.getVersion() == number
                    ? Optional.empty()
                    : Optional.of(number + ", as that holds from " + plan.getValidFrom());
        }
        return heldUntil(plan)
                .filter(until -> plan.getVersion() <= until.getVersion())
                .map(until -> "after " + until.getVersion() + ", which holds from " + until.getValidFrom());
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
