package se.samordna.indicators.units;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.PoliceFact;
import se.samordna.rules.RegionFact;
import se.samordna.rules.SchoolFact;
import se.samordna.rules.SharedFact;
import se.samordna.rules.SocialCode;
import se.samordna.rules.SocialFact;

/** What can happen to a child, by what belongs together, with few ids, so that things meet. */
final class Themes {

    private final Random random;
    private final Supplier<LocalDate> day;
    private final List<List<Supplier<Body>>> all;

    Themes(Random random, Supplier<LocalDate> day) {
        this.random = random;
        this.day = day;
        all = List.of(
                attendance(),
                reports(),
                investigations(),
                housing(),
                homes(),
                cases(),
                services(),
                bup(),
                together(),
                visits(),
                institutions());
    }

    int count() {
        return all.size();
    }

    Body body(int theme) {
        return some(all.get(theme)).get();
    }

    private List<Supplier<Body>> attendance() {
        return List.of(() -> {
            int offered = random.nextInt(8) * 60;
            return new SchoolFact.AttendanceReported(
                    day.get(),
                    random.nextInt(8) > 0,
                    offered,
                    random.nextInt(offered / 4 + 1),
                    random.nextInt(offered / 4 + 1));
        });
    }

    private List<Supplier<Body>> reports() {
        return List.of(
                this::report,
                this::report,
                () -> Facts.decided(id("r")),
                () -> Facts.extended(id("r"), day.get().toString()),
                () -> new SocialFact.ProtectionAssessed(maybe("r"), false),
                () -> random.nextInt(3) == 0 ? Facts.opened(id("i")) : report(),
                () -> Facts.closed(id("i")));
    }

    private List<Supplier<Body>> investigations() {
        return List.of(
                this::report,
                () -> Facts.opened(id("i")),
                () -> new SocialFact.InvestigationOpened(id("i"), maybe("r"), List.of()),
                () -> Facts.closed(id("i")),
                () -> Facts.closed(id("i")),
                () -> new SocialFact.InstrumentUsed("BBIC", maybe("i")),
                () -> new SocialFact.InvestigationExtended(id("i"), day.get()),
                () -> new SocialFact.ChildConversationHeld(maybe("i"), minutes()),
                () -> new SocialFact.RiskAssessed(random.nextInt(4) == 0 ? "OTHER" : "IRISK", maybe("i")));
    }

    private List<Supplier<Body>> housing() {
        return List.of(() -> new SocialFact.HousingNotice(
                id("h"), some(Facts.HOUSING), random.nextBoolean() ? Optional.empty() : Optional.of(day.get())));
    }

    private List<Supplier<Body>> homes() {
        return List.of(
                () -> new SocialFact.HomeSupportEnded(id("s"), "GOOD"),
                () -> Facts.placed(id("p"), some(Facts.PLACEMENTS), random.nextInt(3) > 0),
                () -> Facts.placed(id("p"), some(Facts.PLACEMENTS), random.nextInt(3) > 0),
                () -> Facts.moved(id("p"), some(Facts.PLACEMENTS), random.nextInt(3) > 0),
                () -> new SocialFact.PlacementEnded(id("p")),
                SocialFact.SkolFamEnrolled::new,
                SocialFact.SkolFamEnded::new,
                () -> new RegionFact.HealthExamDone(maybe("p")),
                () -> new RegionFact.HealthExamDeclined(maybe("p")),
                RegionFact.TeamAccepted::new,
                () -> Facts.sip(id("x")),
                () -> new SharedFact.SipClosed(id("x"), SharedFact.GoalsMet.YES),
                this::consent);
    }

    private List<Supplier<Body>> cases() {
        return List.of(
                () -> Facts.opened(id("i")),
                () -> Facts.closed(id("i")),
                () -> new SocialFact.SupportDecided(id("s"), "FAMILY"),
                () -> new SocialFact.SupportStarted(id("s"), "FAMILY"),
                () -> new SocialFact.SupportEnded(id("s"), "GOOD"),
                () -> Facts.placed(id("p"), some(Facts.PLACEMENTS), true),
                () -> new SocialFact.PlacementEnded(id("p")),
                SocialFact.CaseworkerAssigned::new,
                SocialFact.CaseworkerUnassigned::new);
    }

    private List<Supplier<Body>> services() {
        return List.of(
                () -> new SocialFact.BookPacketSent(random.nextInt(6)),
                () -> new SocialFact.FamilyPlanMade(id("f"), day.get()),
                () -> new SocialFact.FamilyPlanReviewed(id("f"), day.get()),
                () -> random.nextInt(3) == 0
                        ? new SocialFact.FamilyPlanEnded(id("f"))
                        : new SocialFact.FamilyPlanReviewed(id("f"), day.get()),
                () -> new SchoolFact.AbsenceInquiryOpened(id("q")),
                () -> new SchoolFact.AttendanceTeamContact(maybe("q")));
    }

    private List<Supplier<Body>> bup() {
        return List.of(
                () -> new RegionFact.BupReferralReceived(id("b")),
                () -> new RegionFact.BupContact(id("c"), some(List.of(RegionFact.ContactKind.values()))),
                () -> new RegionFact.BupContact(id("c"), RegionFact.ContactKind.FIRST_VISIT),
                () -> new RegionFact.BupTreatmentStarted(maybe("b")),
                () -> random.nextInt(3) == 0
                        ? new RegionFact.BupClosed()
                        : new RegionFact.BupTreatmentStarted(maybe("b")));
    }

    private List<Supplier<Body>> together() {
        return List.of(
                this::report,
                () -> Facts.opened(id("i")),
                () -> Facts.closed(id("i")),
                () -> new SocialFact.SupportStarted(id("s"), "FAMILY"),
                () -> new RegionFact.BupContact(id("c"), RegionFact.ContactKind.URGENT),
                () -> new SchoolFact.AbsenceInquiryOpened(id("q")),
                () -> new SchoolFact.AbsenceInquiryClosed(id("q")),
                () -> new PoliceFact.PoliceIncident(id("e"), PoliceFact.IncidentKind.VIOLENCE, random.nextInt(4) > 0),
                () -> new PoliceFact.YouthCrimeNotified(id("n")),
                () -> new SocialFact.JointVisitDone(id("e"), maybe("").map(String::isEmpty)),
                () -> random.nextBoolean() ? new SharedFact.SipRefused() : Facts.sip(id("x")),
                this::consent);
    }

    private OptionalInt minutes() {
        return random.nextBoolean() ? OptionalInt.of(random.nextInt(90)) : OptionalInt.empty();
    }

    private List<Supplier<Body>> visits() {
        return List.of(
                this::report,
                () -> new PoliceFact.PoliceIncident("e0", PoliceFact.IncidentKind.VIOLENCE, true),
                () -> new SocialFact.JointVisitDone("e0", maybe("").map(String::isEmpty)));
    }

    private List<Supplier<Body>> institutions() {
        return List.of(
                () -> Facts.placed(id("p"), SocialCode.PlacementKind.SIS, true),
                () -> Facts.moved(id("p"), some(Facts.PLACEMENTS), true),
                () -> new SocialFact.PlacementEnded(id("p")),
                () -> Facts.sip(id("x")));
    }

    private Body report() {
        return random.nextInt(3) > 0 ? Facts.violence(id("r")) : Facts.report(id("r"));
    }

    private Body consent() {
        return random.nextInt(3) == 0
                ? new SharedFact.ConsentWithdrawn(id("c"))
                : new SharedFact.ConsentGiven(
                        id("c"),
                        random.nextInt(4) > 0 ? List.of(Agency.values()) : List.of(Agency.REGION),
                        random.nextInt(4) > 0 ? List.of(Agency.SOCIAL_SERVICES) : List.of(Agency.SCHOOL),
                        random.nextBoolean()
                                ? Optional.empty()
                                : Optional.of(day.get().plusDays(40)));
    }

    /** One of two. */
    String id(String kind) {
        return kind + random.nextInt(2);
    }

    private Optional<String> maybe(String kind) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(id(kind));
    }

    private <T> T some(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
