package se.samordna.browser;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Children written down by hand beside the generated ones, reckoned back from today so that they are current whenever the tests run. */
final class Story {
    static final String OSTERSUND = "2380";

    /** School absence for two months, BUP since five weeks, an investigation since thirty days, the police the day before yesterday. */
    static final String ELSA = "0b540000-0000-4000-8000-0000000000e1";

    /** Secrecy-marked; a report that waits for its protection assessment. */
    static final String SIV = "0b540000-0000-4000-8000-0000000000e2";

    /** Lives in Sjöbo: another municipality's child. */
    static final String NILS = "0b540000-0000-4000-8000-0000000000e3";

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Set<DayOfWeek> FREE = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Instant now;
    private final List<String> lines = new ArrayList<>();
    private int written;

    private Story(Instant now) {
        this.now = now;
    }

    static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    /** The lines of all our children, as {@code infra/samordna replay} reads them. */
    static List<String> untilNow(Instant now) {
        Story story = new Story(now);
        story.elsa();
        story.siv();
        story.nils();
        return story.lines;
    }

    private void elsa() {
        String social = "SOCIAL_SERVICES";
        String consent = "\"ground\":\"CONSENT\",\"consentId\":\"c1\"";
        line(ELSA, social, 75, OWN, """
                "type":"ConsentGiven","consentId":"c1","from":["SOCIAL_SERVICES","SCHOOL","REGION"],\
                "to":["SOCIAL_SERVICES","SCHOOL","REGION"]""");
        line(ELSA, "REGION", 70, consent, "\"type\":\"BupReferralReceived\",\"referralId\":\"b1\"");
        line(ELSA, "REGION", 38, consent, "\"type\":\"BupContact\",\"contactId\":\"k1\",\"kind\":\"FIRST_VISIT\"");
        line(ELSA, social, 31, OWN, report("r1", "SCHOOL", "NEGLECT"));
        line(ELSA, social, 31, OWN, "\"type\":\"ProtectionAssessed\",\"reportId\":\"r1\",\"immediateDanger\":false");
        line(ELSA, social, 30, OWN, """
                "type":"PreliminaryAssessmentDecided","reportId":"r1","outcome":"OPEN\"""");
        line(ELSA, social, 30, OWN, """
                "type":"InvestigationOpened","investigationId":"i1","reportId":"r1","bbicDomains":["HEALTH"]""");
        line(ELSA, "SCHOOL", 28, consent, "\"type\":\"AbsenceInquiryOpened\",\"inquiryId\":\"a1\"");
        line(ELSA, "POLICE", 2, "\"ground\":\"REPORT_DUTY\"", """
                "type":"PoliceIncident","incidentId":"p1","kind":"DOMESTIC_VIOLENCE","childPresent":true""");
        line(ELSA, social, 2, OWN, report("r2", "POLICE", "VIOLENCE"));
        LocalDate today = now.atZone(ZONE).toLocalDate();
        for (LocalDate day = today.minusDays(60); day.isBefore(today); day = day.plusDays(1)) {
            if (!FREE.contains(day.getDayOfWeek())) {
                line(ELSA, "SCHOOL", ChronoUnit.DAYS.between(day, today), consent, attendance(day));
            }
        }
    }

    private void siv() {
        String marked = OWN + ",\"protectedIdentity\":\"SECRECY_MARKED\"";
        line(SIV, "SOCIAL_SERVICES", 3, marked, report("r1", "PRESCHOOL", "NEGLECT"));
    }

    private void nils() {
        write(NILS, "1265", "SOCIAL_SERVICES", 3, OWN, report("r1", "PRIVATE", "OTHER"));
    }

    private static final String OWN = "\"ground\":\"OWN\"";

    private static String report(String id, String reporter, String reason) {
        return """
                "type":"ConcernReportReceived","reportId":"%s","reporterType":"%s","reasons":["%s"],\
                "feedbackRequested":false""".formatted(id, reporter, reason);
    }

    /** Every third school day missed, without leave. */
    private static String attendance(LocalDate day) {
        return """
                "type":"AttendanceReported","date":"%s","isReported":true,"offeredMinutes":300,\
                "validAbsenceMinutes":0,"invalidAbsenceMinutes":%d""".formatted(day, day.toEpochDay() % 3 == 0 ? 300 : 0);
    }

    private void line(String child, String agency, long daysAgo, String ground, String body) {
        write(child, OSTERSUND, agency, daysAgo, ground, body);
    }

    private void write(String child, String municipality, String agency, long daysAgo, String ground, String body) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS)
                .minus(daysAgo, ChronoUnit.DAYS)
                .minusSeconds(3600 - written);
        lines.add("""
                {%s,"eventId":"6f0c0000-0000-4000-8000-00000000e%03d","childId":"%s","municipality":"%s","agency":"%s",\
                "source":"urn:example:%s","occurredAt":"%s","receivedAt":"%s",%s}""".formatted(
                        body,
                        ++written,
                        child,
                        municipality,
                        agency,
                        agency.toLowerCase(Locale.ROOT).replace('_', '-'),
                        at,
                        at.plusSeconds(2),
                        ground));
    }
}
