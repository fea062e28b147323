package se.samordna.browser;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Events as an agency's own system sends them over HTTP. */
final class Events {
    private Events() {}

    /** A concern about a child of Östersund, an hour ago: its protection is to be assessed (R01). */
    static String report(UUID child, UUID event) {
        return of(child, event, "SOCIAL_SERVICES", Duration.ofHours(1), """
                "type":"ConcernReportReceived","ground":"OWN","reportId":"r-%s","reporterType":"SCHOOL",\
                "reasons":["NEGLECT"],"feedbackRequested":false""".formatted(event));
    }

    /** Social services investigate: they have an open case. */
    static String investigation(UUID child, UUID event) {
        return of(child, event, "SOCIAL_SERVICES", Duration.ofMinutes(40), """
                "type":"InvestigationOpened","ground":"OWN","investigationId":"i-%s","reportId":"r-1","bbicDomains":["HEALTH"]""".formatted(event));
    }

    /** Social services take back an event of theirs: it was about another child. */
    static String retraction(UUID child, UUID of) {
        return of(child, UUID.randomUUID(), "SOCIAL_SERVICES", Duration.ofMinutes(1), """
                "type":"Retracted","ground":"OWN","retracts":"%s","reason":"WRONG_CHILD\"""".formatted(of));
    }

    /** The police were in the child's home: with a report about the same day, a joint visit is proposed to them (R06). */
    static String incident(UUID child, UUID event) {
        return of(child, event, "POLICE", Duration.ofMinutes(30), """
                "type":"PoliceIncident","ground":"REPORT_DUTY","incidentId":"p-%s","kind":"DOMESTIC_VIOLENCE",\
                "childPresent":true""".formatted(event));
    }

    /** The police correct that: no child was there. */
    static String noChildThere(UUID child, UUID incident) {
        return of(child, UUID.randomUUID(), "POLICE", Duration.ofMinutes(30), """
                "type":"PoliceIncident","ground":"REPORT_DUTY","incidentId":"p-%s","kind":"DOMESTIC_VIOLENCE",\
                "childPresent":false,"corrects":"%s\"""".formatted(incident, incident));
    }

    /** Social services tell of a foster placement of a child of school age, twelve days ago (R12, R13). */
    static String placement(UUID child, UUID event) {
        return of(child, event, "SOCIAL_SERVICES", Duration.ofDays(12), """
                "type":"PlacementStarted","ground":"CHILD_CARE_NEED","placementId":"pl-%s","kind":"FOSTER","legal":"SOL",\
                "schoolAge":true""".formatted(event));
    }

    /** The same event in another municipality than Östersund. */
    static String in(String municipality, String event) {
        return event.replace("\"municipality\":\"2380\"", "\"municipality\":\"" + municipality + "\"");
    }

    /** The schools of a municipality tell of a day at school, thirty days ago, and have not been heard since. */
    static String schoolDayLongAgo(UUID child, String municipality) {
        Instant then = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofDays(30));
        return """
                {"type":"AttendanceReported","ground":"OWN","eventId":"%s","childId":"%s","municipality":"%s",\
                "agency":"SCHOOL","source":"urn:example:school","occurredAt":"%s","receivedAt":"%s","date":"%s",\
                "isReported":true,"offeredMinutes":300,"validAbsenceMinutes":0,"invalidAbsenceMinutes":0}""".formatted(
                        UUID.randomUUID(),
                        child,
                        municipality,
                        then,
                        then,
                        then.toString().substring(0, 10));
    }

    private static String of(UUID child, UUID event, String agency, Duration ago, String body) {
        return """
                {%s,"eventId":"%s","childId":"%s","municipality":"2380","agency":"%s","source":"urn:example:system",\
                "occurredAt":"%s"}""".formatted(
                        body,
                        event,
                        child,
                        agency,
                        Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(ago));
    }
}
