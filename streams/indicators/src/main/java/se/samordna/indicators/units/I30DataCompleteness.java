package se.samordna.indicators.units;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Figure;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.Reads;
import se.samordna.rules.RegionFact.BupTreatmentStarted;
import se.samordna.rules.RegionFact.HealthExamDeclined;
import se.samordna.rules.RegionFact.HealthExamDone;
import se.samordna.rules.SchoolFact.AttendanceTeamContact;
import se.samordna.rules.SocialCode.HousingKind;
import se.samordna.rules.SocialFact.ChildConversationHeld;
import se.samordna.rules.SocialFact.HousingNotice;
import se.samordna.rules.SocialFact.InstrumentUsed;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.JointVisitDone;
import se.samordna.rules.SocialFact.ProtectionAssessed;
import se.samordna.rules.SocialFact.RiskAssessed;
import se.samordna.rules.View;

/**
 * I30: each event of an agency's own types that may leave something out; in the numerator if it left out nothing.
 * Enhetlig registrering, statistik (Sjöbo J5).
 *
 * @param agency whose events; the police have no such type
 */
record I30DataCompleteness(Agency agency) implements UnitIndicator {

    @Override
    public Definition definition() {
        return Definitions.completeness(agency.name());
    }

    @Override
    public Reads reads() {
        return new Reads.Own(agency);
    }

    @Override
    public Set<Class<? extends Body>> concerns() {
        return asked().map(Asked::type).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Unit> units(View facts) {
        return asked().flatMap(each -> each.units(facts)).toList();
    }

    private Stream<Asked<?>> asked() {
        return switch (agency) {
            case SOCIAL_SERVICES ->
                Stream.of(
                        new Asked<>(
                                ProtectionAssessed.class,
                                body -> body.reportId().isPresent()),
                        new Asked<>(
                                InvestigationOpened.class,
                                body -> body.reportId().isPresent()),
                        new Asked<>(
                                ChildConversationHeld.class,
                                body -> body.investigationId().isPresent()
                                        && body.minutes().isPresent()),
                        new Asked<>(
                                InstrumentUsed.class,
                                body -> body.investigationId().isPresent()),
                        new Asked<>(
                                RiskAssessed.class,
                                body -> body.investigationId().isPresent()),
                        new Asked<>(
                                HousingNotice.class,
                                body -> body.evictionDate().isPresent(),
                                body -> body.kind() == HousingKind.DATE_SET),
                        new Asked<>(
                                JointVisitDone.class,
                                body -> body.supportAccepted().isPresent()));
            case SCHOOL ->
                Stream.of(new Asked<>(
                        AttendanceTeamContact.class, body -> body.inquiryId().isPresent()));
            case REGION ->
                Stream.of(
                        new Asked<>(
                                BupTreatmentStarted.class,
                                body -> body.referralId().isPresent()),
                        new Asked<>(
                                HealthExamDone.class, body -> body.placementId().isPresent()),
                        new Asked<>(
                                HealthExamDeclined.class,
                                body -> body.placementId().isPresent()));
            case POLICE -> Stream.of();
        };
    }

    /**
     * A type that may leave something out.
     *
     * @param isComplete whether one leaves out nothing
     * @param isAsked whether one is asked for it at all
     */
    private record Asked<B extends Body>(Class<B> type, Predicate<B> isComplete, Predicate<B> isAsked) {

        Asked(Class<B> type, Predicate<B> isComplete) {
            this(type, isComplete, body -> true);
        }

        Stream<Unit> units(View facts) {
            return facts.of(type).stream()
                    .filter(fact -> isAsked.test(fact.body()))
                    .map(fact -> Unit.at(fact, Figure.one(isComplete.test(fact.body()))));
        }
    }
}
