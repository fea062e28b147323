package se.samordna.rules;

import static se.samordna.rules.Agency.POLICE;
import static se.samordna.rules.Agency.REGION;
import static se.samordna.rules.Agency.SCHOOL;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns "reads" and "tells" of the rules page, written down once more by hand: not made from the rules' cards. */
final class TellsTable {

    /** What the page grants a recipient. */
    sealed interface Grant {
        record Full() implements Grant {}

        record Code(String code) implements Grant {}

        /** ©: an active consent must name the recipient. */
        record WithConsent(String code) implements Grant {}

        /** If and when the alert itself says so; on the anchor's ground unless the law has one of its own. */
        record ByAlert(List<String> codes, Optional<Ground> lawsOwn) implements Grant {}

        /** While the recipient has an open case, and the anchor is released. */
        record IfCaseOpen(String code) implements Grant {}
    }

    /**
     * A row.
     *
     * @param own the agency over whose own events it runs; empty: it joins agencies
     * @param anchor the agency whose event an alert hangs on
     */
    record Row(Optional<Agency> own, Agency anchor, Map<Agency, Grant> grants) {
        Optional<Grant> grant(Agency to) {
            return Optional.ofNullable(grants.get(to));
        }
    }

    private static final Grant FULL = new Grant.Full();
    private static final Row OWN_SOCIAL = own(SOCIAL_SERVICES, Map.of(SOCIAL_SERVICES, FULL));
    private static final Grant ANSWER = byAlert(Optional.of(Ground.REPORT_DUTY), "opened", "not-opened", "ongoing");
    private static final Grant FOLLOW_UP = byAlert(Optional.empty(), "sip-follow-up-due");

    static final Map<RuleId, Row> ROWS = Map.ofEntries(
            Map.entry(RuleId.R01, OWN_SOCIAL),
            Map.entry(RuleId.R02, OWN_SOCIAL),
            Map.entry(RuleId.R03, OWN_SOCIAL),
            Map.entry(
                    RuleId.R04,
                    own(
                            SOCIAL_SERVICES,
                            Map.of(SOCIAL_SERVICES, FULL, SCHOOL, ANSWER, POLICE, ANSWER, REGION, ANSWER))),
            Map.entry(RuleId.R05, OWN_SOCIAL),
            Map.entry(RuleId.R06, joined(POLICE, Map.of(SOCIAL_SERVICES, FULL, POLICE, code("joint-visit-proposed")))),
            Map.entry(
                    RuleId.R07,
                    joined(
                            SCHOOL,
                            Map.of(
                                    SOCIAL_SERVICES,
                                    FULL,
                                    REGION,
                                    consent("sip-proposed"),
                                    SCHOOL,
                                    consent("sip-proposed")))),
            Map.entry(
                    RuleId.R08,
                    joined(
                            SOCIAL_SERVICES,
                            Map.of(SOCIAL_SERVICES, FULL, REGION, FOLLOW_UP, SCHOOL, FOLLOW_UP, POLICE, FOLLOW_UP))),
            Map.entry(RuleId.R09, own(SCHOOL, Map.of(SCHOOL, FULL))),
            Map.entry(
                    RuleId.R10,
                    joined(
                            SCHOOL,
                            Map.of(
                                    SOCIAL_SERVICES,
                                    FULL,
                                    REGION,
                                    code("school-asks-to-coordinate"),
                                    SCHOOL,
                                    consent("coordination-proposed")))),
            Map.entry(RuleId.R11, OWN_SOCIAL),
            Map.entry(
                    RuleId.R12,
                    joined(SOCIAL_SERVICES, Map.of(SOCIAL_SERVICES, FULL, REGION, code("health-exam-outstanding")))),
            Map.entry(
                    RuleId.R13,
                    joined(
                            SOCIAL_SERVICES,
                            Map.of(SOCIAL_SERVICES, FULL, SCHOOL, code("social-services-asks-contact")))),
            Map.entry(RuleId.R14, OWN_SOCIAL),
            Map.entry(
                    RuleId.R15,
                    joined(SOCIAL_SERVICES, Map.of(REGION, FULL, SOCIAL_SERVICES, code("urgent-bup-coordination")))),
            Map.entry(RuleId.R16, OWN_SOCIAL),
            Map.entry(RuleId.R17, OWN_SOCIAL),
            Map.entry(RuleId.R18, joined(POLICE, Map.of(SOCIAL_SERVICES, FULL))),
            Map.entry(
                    RuleId.R19,
                    joined(
                            REGION,
                            Map.of(
                                    REGION,
                                    FULL,
                                    SOCIAL_SERVICES,
                                    byAlert(Optional.empty(), "deviation-open", "deviation-closed")))),
            Map.entry(
                    RuleId.R20,
                    own(REGION, Map.of(REGION, FULL, SOCIAL_SERVICES, new Grant.IfCaseOpen("bup-wait-exceeded")))),
            Map.entry(RuleId.R21, OWN_SOCIAL),
            Map.entry(RuleId.R22, OWN_SOCIAL),
            Map.entry(RuleId.R23, OWN_SOCIAL),
            Map.entry(RuleId.R24, OWN_SOCIAL),
            Map.entry(RuleId.R25, OWN_SOCIAL),
            Map.entry(
                    RuleId.R26,
                    joined(SOCIAL_SERVICES, Map.of(SOCIAL_SERVICES, FULL, REGION, consent("sip-proposed")))));

    private TellsTable() {}

    static Row of(RuleId rule) {
        return Optional.ofNullable(ROWS.get(rule)).orElseThrow();
    }

    private static Row own(Agency agency, Map<Agency, Grant> grants) {
        return new Row(Optional.of(agency), agency, grants);
    }

    private static Row joined(Agency anchor, Map<Agency, Grant> grants) {
        return new Row(Optional.empty(), anchor, grants);
    }

    private static Grant code(String code) {
        return new Grant.Code(code);
    }

    private static Grant consent(String code) {
        return new Grant.WithConsent(code);
    }

    private static Grant byAlert(Optional<Ground> lawsOwn, String... codes) {
        return new Grant.ByAlert(List.of(codes), lawsOwn);
    }
}
