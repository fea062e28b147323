package se.samordna.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Random bodies of few ids, of the types that the rules look at. */
final class Bodies {

    private final Random random;
    private final LocalDate first;
    private final OwnBodies own;
    private final boolean owns;
    private final JoinedBodies joined;
    private final boolean joins;

    Bodies(Random random, LocalDate first) {
        this.random = random;
        this.first = first;
        own = new OwnBodies(random, first);
        owns = random.nextBoolean();
        joined = new JoinedBodies(random, first);
        joins = !owns && random.nextInt(4) > 0;
    }

    /** What social services' own rules look at, in a half of the histories. */
    OwnBodies own() {
        return own;
    }

    /** What joins agencies, in most of the others. */
    JoinedBodies joined() {
        return joined;
    }

    boolean tellsJoined() {
        return !owns;
    }

    Body any() {
        if (owns && random.nextInt(5) > 0) {
            return own.any();
        } else if (joins && random.nextInt(3) > 0) {
            return joined.any();
        }
        String id = "x" + random.nextInt(2);
        LocalDate date = first.plusDays(random.nextInt(200));
        return switch (random.nextInt(25)) {
            case 0, 1, 2 ->
                new SocialFact.ConcernReportReceived(
                        id, pick(List.of(SocialCode.ReporterType.values())), List.of(), random.nextBoolean());
            case 3 ->
                new SocialFact.ProtectionAssessed(
                        random.nextInt(3) > 0 ? Optional.of(id) : Optional.empty(), random.nextBoolean());
            case 4 -> new SocialFact.PreliminaryAssessmentDecided(id, SocialCode.PreliminaryOutcome.OPEN);
            case 5 -> new SocialFact.PreliminaryAssessmentExtended(id, date);
            case 6, 7 -> new SocialFact.InvestigationOpened(id, Optional.empty(), List.of());
            case 8 -> new SocialFact.InvestigationExtended(id, date);
            case 9 -> new SocialFact.InvestigationClosed(id, SocialCode.InvestigationOutcome.SUPPORT);
            case 10 -> new SocialFact.SupportStarted(id, "KIND" + random.nextInt(2));
            case 11 -> new SocialFact.SupportEnded(id, "DONE");
            case 12 -> new RegionFact.BupContact(id, pick(List.of(RegionFact.ContactKind.values())));
            case 13 -> new RegionFact.BupClosed();
            case 14 -> new SchoolFact.AbsenceInquiryOpened(id);
            case 15 -> new SchoolFact.AbsenceInquiryClosed(id);
            case 16 -> new SharedFact.SipStarted(id, List.of(Agency.SCHOOL));
            case 17 -> new SharedFact.SipClosed(id, SharedFact.GoalsMet.YES);
            case 18 -> new SharedFact.SipRefused();
            case 19, 20 -> new PoliceFact.PoliceIncident(id, PoliceFact.IncidentKind.VIOLENCE, random.nextInt(4) > 0);
            case 21 ->
                random.nextBoolean()
                        ? new SocialFact.JointVisitDone(id, Optional.of(true))
                        : new SocialFact.JointVisitDeclined(id, Optional.empty());
            case 22 ->
                new SharedFact.ConsentGiven(
                        "c" + random.nextInt(2),
                        some(),
                        some(),
                        random.nextBoolean() ? Optional.of(date) : Optional.empty());
            case 23 -> new SharedFact.ConsentWithdrawn("c" + random.nextInt(2));
            default -> new SocialFact.ChildConversationHeld(Optional.of(id), OptionalInt.of(random.nextInt(9)));
        };
    }

    private List<Agency> some() {
        return List.of(Agency.values()).stream()
                .filter(a -> random.nextInt(3) > 0)
                .toList();
    }

    static Agency owner(Body body) {
        return switch (body) {
            case SocialFact f -> Agency.SOCIAL_SERVICES;
            case SchoolFact f -> Agency.SCHOOL;
            case RegionFact f -> Agency.REGION;
            case PoliceFact f -> Agency.POLICE;
            default -> Agency.SOCIAL_SERVICES;
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
