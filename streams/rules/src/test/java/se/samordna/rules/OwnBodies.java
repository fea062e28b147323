package se.samordna.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import se.samordna.rules.SocialCode.ConcernReason;
import se.samordna.rules.SocialCode.PlacementKind;

/** Random bodies of few ids for one of the rules over social services' own events, so that its events meet. */
final class OwnBodies {

    private static final List<RuleId> THEMES = List.of(
            RuleId.R04,
            RuleId.R04,
            RuleId.R05,
            RuleId.R11,
            RuleId.R14,
            RuleId.R14,
            RuleId.R16,
            RuleId.R21,
            RuleId.R22,
            RuleId.R23,
            RuleId.R24,
            RuleId.R25);

    /** An alert that an event may anchor. */
    record Named(RuleId rule, String suffix) {}

    private final Random random;
    private final LocalDate first;
    private final RuleId theme;

    OwnBodies(Random random, LocalDate first) {
        this.random = random;
        this.first = first;
        theme = pick(THEMES);
    }

    Body any() {
        String id = "x" + (theme == RuleId.R04 && random.nextInt(3) > 0 ? 0 : random.nextInt(2));
        Optional<String> maybe = random.nextInt(3) > 0 ? Optional.of(id) : Optional.empty();
        return switch (theme) {
            case R04 ->
                switch (random.nextInt(6)) {
                    case 0, 1 -> report(id);
                    case 2, 3 -> new SocialFact.PreliminaryAssessmentDecided(id, SocialCode.PreliminaryOutcome.OPEN);
                    default -> new SocialFact.FeedbackGiven(id, pick(List.of(SocialCode.FeedbackStatus.values())));
                };
            case R05 ->
                switch (random.nextInt(8)) {
                    case 0 -> new SocialFact.CaseReviewed(random.nextInt(3) > 0);
                    case 1 -> opened(id);
                    case 2 -> closed(id);
                    default -> report(id);
                };
            case R11 ->
                new SocialFact.HousingNotice(
                        id,
                        pick(List.of(SocialCode.HousingKind.values()).subList(0, random.nextInt(3) > 0 ? 4 : 8)),
                        random.nextBoolean() ? Optional.of(date()) : Optional.empty());
            case R14 -> placed(id);
            case R16 ->
                switch (random.nextInt(7)) {
                    case 0, 1, 2 -> report(id);
                    case 3, 4 -> opened(id);
                    case 5 -> closed(id);
                    default -> new SocialFact.RiskAssessed(random.nextInt(4) > 0 ? "IRISK" : "ESTER", maybe);
                };
            case R21 ->
                switch (random.nextInt(9)) {
                    case 0, 1, 2 -> new SocialFact.CaseworkerUnassigned();
                    case 3 -> new SocialFact.CaseworkerAssigned();
                    case 4 -> opened(id);
                    case 5 -> closed(id);
                    case 6 -> new SocialFact.SupportStarted(id, "FAMILY");
                    case 7 -> new SocialFact.SupportEnded(id, "DONE");
                    default -> random.nextBoolean() ? started(id) : new SocialFact.PlacementEnded(id);
                };
            case R22 ->
                switch (random.nextInt(6)) {
                    case 0, 1, 2 -> opened(id);
                    case 3 -> new SocialFact.ChildConversationHeld(maybe, OptionalInt.empty());
                    case 4 -> new SocialFact.ChildConversationNotPossible(id, "ABROAD");
                    default -> closed(id);
                };
            case R23 ->
                switch (random.nextInt(4)) {
                    case 0, 1 -> new SocialFact.SupportDecided(id, "FAMILY");
                    case 2 -> new SocialFact.SupportStarted(id, "FAMILY");
                    default -> new SocialFact.SupportDecisionRevoked(id);
                };
            case R24 ->
                switch (random.nextInt(5)) {
                    case 0, 1 -> new SocialFact.FamilyPlanMade(id, date());
                    case 2, 3 -> new SocialFact.FamilyPlanReviewed(id, date());
                    default -> new SocialFact.FamilyPlanEnded(id);
                };
            default -> // R25
                switch (random.nextInt(6)) {
                    case 0, 1, 2 -> new SocialFact.PlacementConsidered();
                    case 3 -> new SocialFact.HomeSupportStarted(id);
                    case 4 -> new SocialFact.HomeSupportRuledOut("DANGER");
                    default -> started(id);
                };
        };
    }

    private Body placed(String id) {
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> started(id);
            case 3 -> new SocialFact.PlacementMoved(id, kind(), random.nextBoolean());
            case 5, 6 -> new SocialFact.PlacementReviewed(id);
            case 7, 8 -> new SocialFact.CustodyConsidered(id);
            case 9 -> new SocialFact.PlacementEnded(id);
            case 4, 10 -> closed(id);
            case 11 -> new SocialFact.LvuImmediateCare();
            case 12 -> random.nextBoolean() ? new SocialFact.LvuSubmitted() : new SocialFact.LvuApplicationFiled();
            default -> random.nextBoolean() ? new SocialFact.LvuEnded() : new SocialFact.LvuImmediateCare();
        };
    }

    /** The days from one event to another at which something turns under this theme. */
    List<Integer> days() {
        return switch (theme) {
            case R04 -> List.of(7);
            case R05 -> List.of(30, 365, 335);
            case R11 -> List.of(7, 21);
            case R14 -> List.of(28, 61, 151, 181, 335, 365, 700, 730);
            case R16 -> List.of(23, 30);
            case R21 -> List.of(5);
            case R22 -> List.of(60);
            case R23 -> List.of(30);
            case R24 -> List.of(20);
            default -> List.of(180);
        };
    }

    /** The alert of one of these rules that an event may anchor; empty for another event. */
    Optional<Named> alertOn(Body body) {
        return switch (body) {
            case SocialFact.PreliminaryAssessmentDecided d -> named(RuleId.R04, "");
            case SocialFact.ConcernReportReceived r when theme == RuleId.R05 -> named(RuleId.R05, "");
            case SocialFact.ConcernReportReceived r
            when theme == RuleId.R16 -> named(RuleId.R16, random.nextBoolean() ? "/a" : "/b");
            case SocialFact.HousingNotice n -> named(RuleId.R11, "");
            case SocialFact.PlacementStarted m
            when theme == RuleId.R14 -> named(RuleId.R14, random.nextBoolean() ? "/review" : clock(m.kind()));
            case SocialFact.PlacementMoved m when theme == RuleId.R14 -> named(RuleId.R14, clock(m.kind()));
            case SocialFact.PlacementReviewed x -> named(RuleId.R14, "/review");
            case SocialFact.CustodyConsidered x -> named(RuleId.R14, "/custody");
            case SocialFact.LvuImmediateCare c -> named(RuleId.R14, random.nextBoolean() ? "/filing" : "/application");
            case SocialFact.CaseworkerUnassigned u -> named(RuleId.R21, "");
            case SocialFact.InvestigationOpened i when theme == RuleId.R22 -> named(RuleId.R22, "");
            case SocialFact.SupportDecided s -> named(RuleId.R23, "");
            case SocialFact.FamilyPlanMade x -> named(RuleId.R24, "");
            case SocialFact.FamilyPlanReviewed x -> named(RuleId.R24, "");
            case SocialFact.PlacementConsidered c when theme == RuleId.R25 -> named(RuleId.R25, "");
            default -> Optional.empty();
        };
    }

    private static String clock(PlacementKind kind) {
        return kind == PlacementKind.EMERGENCY ? "/emergency" : "/custody";
    }

    private static Optional<Named> named(RuleId rule, String suffix) {
        return Optional.of(new Named(rule, suffix));
    }

    private SocialFact report(String id) {
        return new SocialFact.ConcernReportReceived(
                id,
                pick(List.of(SocialCode.ReporterType.values()).subList(0, random.nextBoolean() ? 5 : 9)),
                random.nextBoolean() ? List.of(ConcernReason.NEGLECT, ConcernReason.VIOLENCE) : List.of(),
                random.nextInt(4) > 0);
    }

    private static SocialFact opened(String id) {
        return new SocialFact.InvestigationOpened(id, Optional.empty(), List.of());
    }

    private static SocialFact closed(String id) {
        return new SocialFact.InvestigationClosed(id, SocialCode.InvestigationOutcome.SUPPORT);
    }

    private SocialFact started(String id) {
        return new SocialFact.PlacementStarted(id, kind(), SocialCode.PlacementLaw.SOL, random.nextBoolean());
    }

    private PlacementKind kind() {
        return pick(List.of(
                PlacementKind.FOSTER,
                PlacementKind.FOSTER,
                PlacementKind.EMERGENCY,
                PlacementKind.EMERGENCY,
                PlacementKind.RESIDENTIAL));
    }

    private LocalDate date() {
        return first.plusDays(random.nextInt(60));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
