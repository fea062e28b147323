package se.samordna.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Random bodies of few ids for one of the rules that join agencies, so that its events meet. */
final class JoinedBodies {

    private static final List<RuleId> THEMES = List.of(
            RuleId.R08, RuleId.R10, RuleId.R12, RuleId.R13, RuleId.R15, RuleId.R18, RuleId.R19, RuleId.R20, RuleId.R26);
    private static final List<String> DEVIATIONS =
            List.of("PSYCHOTROPICS_OVERPRESCRIBED", "BUP_VISIT_MISSED", "HEALTH_EXAM_MISSED", "OTHER_DEVIATION");

    /** An alert that an event may anchor. */
    record Named(RuleId rule, String suffix) {
        Agency inFull() {
            return rule == RuleId.R15 || rule == RuleId.R19 || rule == RuleId.R20
                    ? Agency.REGION
                    : Agency.SOCIAL_SERVICES;
        }
    }

    private final Random random;
    private final LocalDate first;
    private final RuleId theme;

    JoinedBodies(Random random, LocalDate first) {
        this.random = random;
        this.first = first;
        theme = pick(THEMES);
    }

    Body any() {
        String id = "x" + random.nextInt(2);
        Optional<String> maybe = random.nextInt(3) > 0 ? Optional.of(id) : Optional.empty();
        return switch (theme) {
            case R08 ->
                switch (random.nextInt(5)) {
                    case 0, 1 -> new SharedFact.SipStarted(id, some());
                    case 2, 3 ->
                        new SharedFact.SipMeetingHeld(
                                id,
                                random.nextInt(4) > 0
                                        ? Optional.of(first.plusDays(random.nextInt(60)))
                                        : Optional.empty());
                    default -> new SharedFact.SipClosed(id, SharedFact.GoalsMet.YES);
                };
            case R12 ->
                switch (random.nextInt(6)) {
                    case 0, 1 -> placement(id);
                    case 2 -> new SocialFact.HealthExamNotified(id);
                    case 3 -> new RegionFact.HealthExamDone(maybe);
                    case 4 -> new RegionFact.HealthExamDeclined(maybe);
                    default -> new SocialFact.PlacementEnded(id);
                };
            case R13 ->
                switch (random.nextInt(6)) {
                    case 0, 1 -> placement(id);
                    case 2, 3 ->
                        new SocialFact.PlacementMoved(id, SocialCode.PlacementKind.FOSTER, random.nextInt(4) > 0);
                    case 4 -> new SchoolFact.Enrolled("12345678");
                    default -> new SocialFact.PlacementEnded(id);
                };
            case R15 ->
                switch (random.nextInt(6)) {
                    case 0, 1 -> new SocialFact.PlacementConsidered();
                    case 2, 3 ->
                        new RegionFact.SelfHarmAssessed(
                                random.nextInt(3) > 0 ? RegionFact.Risk.HIGH : RegionFact.Risk.MEDIUM);
                    case 4 -> new SocialFact.JointCarePlanMade();
                    default -> placement(id);
                };
            case R18 ->
                switch (random.nextInt(4)) {
                    case 0, 1 -> new PoliceFact.YouthCrimeNotified(id);
                    case 2 -> new SocialFact.YouthMeetingHeld(id);
                    default -> new SocialFact.OpinionGiven(id);
                };
            case R19 ->
                switch (random.nextInt(6)) {
                    case 0, 1, 2 -> new RegionFact.MasDeviationReported(id, pick(DEVIATIONS));
                    case 3 -> new RegionFact.MasDeviationClosed(id);
                    case 4 -> placement(id);
                    default -> new SocialFact.PlacementEnded(id);
                };
            case R26 ->
                switch (random.nextInt(8)) {
                    case 0, 1 -> new SocialFact.LssDecided();
                    case 2, 3, 4 -> new SocialFact.SupportStarted(id, "FAMILY");
                    case 5 -> new SocialFact.SupportEnded(id, "DONE");
                    case 6 -> new SocialFact.IrmelinCaseResolved();
                    default ->
                        random.nextBoolean()
                                ? new SharedFact.SipStarted(id, some())
                                : new SharedFact.SipClosed(id, SharedFact.GoalsMet.NO);
                };
            default -> // R10 and R20
                switch (random.nextInt(9)) {
                    case 0, 1, 2 -> new RegionFact.BupReferralReceived(id);
                    case 3, 4 -> new RegionFact.BupContact(id, RegionFact.ContactKind.FIRST_VISIT);
                    case 5 -> new RegionFact.BupContact(id, RegionFact.ContactKind.FOLLOW_UP);
                    case 6 -> new RegionFact.BupTreatmentStarted(maybe);
                    case 7 -> new RegionFact.BupClosed();
                    default -> random.nextBoolean() ? new SharedFact.SipStarted(id, some()) : placement(id);
                };
        };
    }

    /** The alert of one of these rules that an event may anchor; empty for another event. */
    Optional<Named> alertOn(Body body) {
        String half = random.nextBoolean() ? "/a" : "/b";
        return switch (body) {
            case SharedFact.SipStarted s -> Optional.of(new Named(RuleId.R08, ""));
            case SharedFact.SipMeetingHeld m -> Optional.of(new Named(RuleId.R08, ""));
            case SchoolFact.AttendanceReported a when theme == RuleId.R10 -> Optional.of(new Named(RuleId.R10, ""));
            case SchoolFact.AttendanceReported a when theme == RuleId.R13 -> Optional.of(new Named(RuleId.R13, "/b"));
            case SocialFact.PlacementStarted p when theme == RuleId.R13 -> Optional.of(new Named(RuleId.R13, "/a"));
            case SocialFact.PlacementStarted p -> Optional.of(new Named(RuleId.R12, half));
            case SocialFact.PlacementMoved m -> Optional.of(new Named(RuleId.R13, "/a"));
            case SocialFact.PlacementConsidered c -> Optional.of(new Named(RuleId.R15, ""));
            case PoliceFact.YouthCrimeNotified n -> Optional.of(new Named(RuleId.R18, ""));
            case RegionFact.MasDeviationReported v -> Optional.of(new Named(RuleId.R19, ""));
            case RegionFact.BupReferralReceived b -> Optional.of(new Named(RuleId.R20, half));
            case SocialFact.LssDecided l -> Optional.of(new Named(RuleId.R26, ""));
            case SocialFact.SupportStarted s when theme == RuleId.R26 -> Optional.of(new Named(RuleId.R26, ""));
            default -> Optional.empty();
        };
    }

    /** Whether the theme needs attendance. */
    boolean isAtSchool() {
        return theme == RuleId.R10 || theme == RuleId.R13;
    }

    private SocialFact placement(String id) {
        return new SocialFact.PlacementStarted(
                id, SocialCode.PlacementKind.FOSTER, SocialCode.PlacementLaw.SOL, random.nextInt(4) > 0);
    }

    private List<Agency> some() {
        return List.of(Agency.values()).stream()
                .filter(a -> random.nextBoolean())
                .toList();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
