package se.samordna.e2e;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Events as an agency's system sends them over HTTP, a minute old. */
final class Events {
    private Events() {}

    static String report(UUID child, UUID event, String reportId) {
        return report("\"childId\":\"" + child + "\"", event, reportId);
    }

    /** {@code who} is the field that names the child. */
    static String report(String who, UUID event, String reportId) {
        return """
                {"type":"ConcernReportReceived","eventId":"%s",%s,"municipality":"2380","agency":"SOCIAL_SERVICES",\
                "source":"urn:example:social","occurredAt":"%s","ground":"OWN","reportId":"%s","reporterType":"SCHOOL",\
                "reasons":["NEGLECT"],"feedbackRequested":false}""".formatted(event, who, aMinuteAgo(), reportId);
    }

    static String inquiry(UUID child, UUID event) {
        return """
                {"type":"AbsenceInquiryOpened","eventId":"%s","childId":"%s","municipality":"2380","agency":"SCHOOL",\
                "source":"urn:example:school","occurredAt":"%s","ground":"OWN","inquiryId":"a1"}""".formatted(event, child, aMinuteAgo());
    }

    static String incident(UUID child, UUID event) {
        return """
                {"type":"PoliceIncident","eventId":"%s","childId":"%s","municipality":"2380","agency":"POLICE",\
                "source":"urn:example:police","occurredAt":"%s","ground":"REPORT_DUTY","incidentId":"p1",\
                "kind":"DOMESTIC_VIOLENCE","childPresent":true}""".formatted(event, child, aMinuteAgo());
    }

    /** Social services take back an event of theirs. */
    static String retraction(UUID child, UUID event, UUID of) {
        return """
                {"type":"Retracted","eventId":"%s","childId":"%s","municipality":"2380","agency":"SOCIAL_SERVICES",\
                "source":"urn:example:social","occurredAt":"%s","ground":"OWN","retracts":"%s",\
                "reason":"WRONG_CHILD"}""".formatted(event, child, aMinuteAgo(), of);
    }

    private static Instant aMinuteAgo() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(60);
    }
}
