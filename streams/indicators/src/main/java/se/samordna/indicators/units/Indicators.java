package se.samordna.indicators.units;

import java.util.List;
import se.samordna.rules.Agency;
import se.samordna.rules.R06;
import se.samordna.rules.Rule;
import se.samordna.rules.RuleId;
import se.samordna.rules.Rules;

/** The indicators of children's events but attendance, which {@link Attendance} adds up line by line. */
final class Indicators {

    private final Rules rules;

    private Indicators(Rules rules) {
        this.rules = rules;
    }

    /** @param rules those that some indicators measure */
    static List<Indicator> of(Rules rules) {
        return new Indicators(rules).all();
    }

    private List<Indicator> all() {
        return List.of(
                new I01ReportsPer1000(),
                new I02ChildrenReported(),
                new I03RepeatReports(),
                new I04ProtectionAssessed(rule(RuleId.R01, Rule.WithDeadlines.class)),
                new I05PreliminaryWithin14Days(rule(RuleId.R02, Rule.WithDeadlines.class)),
                new I06InvestigationWithin4Months(rule(RuleId.R03, Rule.WithDeadlines.class)),
                new I07ChildHeard(),
                new I10AbsenceToContact(),
                new I11SkolFamCoverage(),
                new I12BookPackets(),
                new I13FirstVisitWithin30Days(),
                new I14TreatmentWithin30Days(),
                new I15PlacedHealthExam(),
                new I16TeamWithoutPlacement(),
                new I17OverlapWithSip(),
                new I18JointVisitWithin24Hours(rule(RuleId.R06, R06.class)),
                new I19CoordinationLatency(),
                new I21ChildrenEvicted(),
                new I22EvictionsAverted(),
                new I23HomeAfterSupport(),
                new I24IriskInViolence(),
                new I25DecisionToStart(),
                new I26FamilyPlansReviewed(),
                new I27WithoutCaseworker(),
                new I28DischargedWithSip(),
                new I30DataCompleteness(Agency.SOCIAL_SERVICES),
                new I30DataCompleteness(Agency.SCHOOL),
                new I30DataCompleteness(Agency.REGION),
                new I30DataCompleteness(Agency.POLICE));
    }

    private <R extends Rule> R rule(RuleId id, Class<R> as) {
        return rules.all().stream()
                .filter(rule -> rule.card().id() == id)
                .filter(as::isInstance)
                .map(as::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " is not among the rules"));
    }
}
