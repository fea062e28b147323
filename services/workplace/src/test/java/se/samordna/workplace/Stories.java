package se.samordna.workplace;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Answers in the real shapes, of a child of Östersund in the spring of 2026. */
final class Stories {
    static final String CHILD = "0b540000-0000-8000-8000-000000000001";

    static final String SOURCES = """
            "asOf":"2026-06-22T08:00:00Z","standby":false,"sources":[
              {"agency":"SOCIAL_SERVICES","lastEventAt":"2026-06-22T07:40:00Z","silent":false},
              {"agency":"SCHOOL","lastEventAt":"2026-06-01T22:00:00Z","silent":true},
              {"agency":"REGION","lastEventAt":"2026-06-20T22:00:00Z","silent":false},
              {"agency":"POLICE","lastEventAt":null,"silent":false}]""";

    static final String OVERDUE = """
            {"alertId":"89c92de3-2f6c-5937-b7c5-9fc228a5372e","ruleId":"R01","childId":"%s","municipality":"2380",
             "status":"OPEN","level":3,"severity":"CRITICAL","openedAt":"2026-06-18T12:30:00Z",
             "dueAt":"2026-06-18T22:00:00Z","resolvedAt":null,"overdue":true,"anchor":"6f0c0000-0000-4000-8000-000000000002",
             "evidence":["6f0c0000-0000-4000-8000-000000000002"],"recipient":"social-services","revision":2,
             "sentence":{"sv":"En orosanmälan väntar på omedelbar skyddsbedömning.",
                         "en":"A report of concern awaits its immediate protection assessment."},
             "basis":"SoL 20:1","nextStep":"ASSESS_PROTECTION","ruleVersion":1,"settingsVersion":"3"}""".formatted(CHILD);

    static final String WATCHED = """
            {"alertId":"89c92de3-2f6c-5937-b7c5-9fc228a5372f","ruleId":"R07","childId":"%s","municipality":"2380",
             "status":"ACKNOWLEDGED","level":1,"severity":"MEDIUM","openedAt":"2026-06-15T10:00:00Z",
             "dueAt":"2026-06-24T22:00:00Z","resolvedAt":null,"overdue":false,"anchor":"6f0c0000-0000-4000-8000-000000000005",
             "evidence":["6f0c0000-0000-4000-8000-000000000003","6f0c0000-0000-4000-8000-000000000005"],
             "recipient":"social-services","revision":1,"basis":"SoL 10:8, HSL 16:4","nextStep":"PROPOSE_SIP"}""".formatted(CHILD);

    static final String RESOLVED = """
            {"alertId":"89c92de3-2f6c-5937-b7c5-9fc228a53730","ruleId":"R02","childId":"%s","municipality":"2380",
             "status":"RESOLVED","level":2,"severity":"HIGH","openedAt":"2026-03-20T23:00:00Z",
             "dueAt":"2026-03-24T23:00:00Z","resolvedAt":"2026-03-23T10:00:00Z","overdue":false,
             "anchor":"6f0c0000-0000-4000-8000-000000000001","evidence":["6f0c0000-0000-4000-8000-000000000001"],
             "recipient":"social-services","revision":2,"basis":"SoL 20:2","nextStep":"DECIDE_PRELIMINARY_ASSESSMENT"}""".formatted(CHILD);

    static final String ALERTS =
            "{%s,\"page\":1,\"pages\":1,\"total\":2,\"alerts\":[%s,%s]}".formatted(SOURCES, OVERDUE, WATCHED);

    static final String NO_ALERTS = "{%s,\"page\":1,\"pages\":1,\"total\":0,\"alerts\":[]}".formatted(SOURCES);

    static final String CHILD_ANSWER =
            "{\"childId\":\"%s\",\"municipality\":\"2380\",\"protectedIdentity\":\"NONE\",%s,\"alerts\":[%s,%s,%s]}"
                    .formatted(CHILD, SOURCES, OVERDUE, WATCHED, RESOLVED);

    static final String TIMELINE = "{\"childId\":\"%s\",%s,\"events\":[%s],\"actions\":[%s,%s]}"
            .formatted(
                    CHILD,
                    SOURCES,
                    events(),
                    acted(
                            "AlertClosed",
                            "2026-06-16T09:00:00Z",
                            "\"reason\":\"NOT_USEFUL\",\"effect\":\"TOOK_EFFECT\""),
                    acted(
                            "AlertSnoozed",
                            "2026-06-16T09:05:00Z",
                            "\"until\":\"2026-06-30\",\"effect\":\"NO_EFFECT\",\"why\":\"ALREADY_CLOSED\""));

    static final String AREAS = """
            {"municipality":"1265","name":"Familjeförvaltningens handlingsplan","validFrom":"2017-01-01",%s,"areas":[
              {"id":"J4","name":{"sv":"Direkt tid","en":"Direct time"},
               "goals":[{"text":"Direkt tid fördubblas","indicator":"I08","target":20.0,"baseline":10.0,
                         "direction":"UP","period":"QUARTER","owner":"Familjeförvaltningen"}],
               "activities":[{"name":{"sv":"Välfärdsteknologi","en":"Welfare technology"},"status":"ONGOING",
                              "evidence":"M.digital-meetings"}],
               "cells":[
                 {"indicator":"I08","version":1,"municipality":"1265","period":"2026-Q1","num":1740,"den":12000,
                  "suppressed":false,"asOf":"2026-06-22T08:00:00Z"},
                 {"indicator":"I08","version":1,"municipality":"1265","period":"2025-Q4","num":1200,"den":12000,
                  "suppressed":false,"asOf":"2026-06-22T08:00:00Z"}]},
              {"id":"J3","name":{"sv":"Säkrad hjälp","en":"Secured help"},
               "goals":[{"text":"Alla förhandsbedömningar klara inom 14 dagar","indicator":"I05","target":100,
                         "baseline":null,"direction":"UP","period":"MONTH","owner":"Familjeförvaltningen"}],
               "activities":[{"name":{"sv":"Ledningssystem","en":"Management system"},"status":"DONE","evidence":"I05"},
                             {"name":{"sv":"Gemensam mottagning","en":"Joint reception"},"status":"PLANNED",
                              "evidence":"ConcernReportReceived"}],
               "cells":[
                 {"indicator":"I05","version":1,"municipality":"1265","period":"2026-05","num":null,"den":null,
                  "suppressed":true,"asOf":"2026-06-22T08:00:00Z"},
                 {"indicator":"I05","version":1,"municipality":"1265","period":"2025","num":131,"den":148,
                  "suppressed":false,"asOf":"2026-06-22T08:00:00Z"},
                 {"indicator":"I01","version":1,"municipality":"1265","period":"2025","num":160,"den":4020,
                  "suppressed":false,"asOf":"2026-06-22T08:00:00Z"}]}]}""".formatted(SOURCES);

    static final String RULES = """
            {"absence":{"version":2,"numbers":[{"name":"highPercent","value":15,
               "meaning":{"sv":"procents frånvaro gör en dag hög","en":"per cent absent make a day high"}}]},
             "rules":[
              {"id":"R01","version":1,"settingsVersion":"1","name":"protection-assessment-due",
               "explanation":{"sv":"Varje anmälan ska genast bedömas.","en":"Every report is assessed at once."},
               "basis":"SoL 20:1","tells":[{"agency":"SOCIAL_SERVICES","notice":null,"consent":false,"ground":"OWN"}],
               "numbers":[{"name":"nextDayBy","value":"12:00","meaning":{"sv":"nästa dag","en":"the next day"}}],
               "seesAbsence":false,"notUseful":{"closed":10,"handled":5,"notNeeded":1,"notUseful":3,"wrong":1,"often":false}},
              {"id":"R10","version":1,"settingsVersion":"1.2","name":"absence-and-bup",
               "explanation":{"sv":"Skola och BUP bör samordna sig.","en":"School and psychiatry should coordinate."},
               "basis":"Plan A4","tells":[
                 {"agency":"SOCIAL_SERVICES","notice":null,"consent":false,"ground":"ANCHOR"},
                 {"agency":"REGION","notice":"school-asks-to-coordinate","consent":false,"ground":"ANCHOR"},
                 {"agency":"SCHOOL","notice":"coordination-proposed","consent":true,"ground":"CONSENT"}],
               "numbers":[{"name":"actDays","value":7,"meaning":{"sv":"dagar att agera","en":"days to act"}}],
               "seesAbsence":true,"notUseful":{"closed":10,"notUseful":4,"often":true}}]}""";

    private Stories() {}

    /**
     * The same alerts, with when each was last told.
     *
     * @param changed how many are new or changed since the one who asks was there
     */
    static String told(int changed) {
        return ALERTS.replaceAll("}$", "")
                + ",\"told\":{\"%s\":\"2026-06-18T12:30:02Z\",\"%s\":\"2026-06-22T07:59:00Z\"},\"changed\":%d}"
                        .formatted(AlertStories.OVERDUE_ID, AlertStories.WATCHED_ID, changed);
    }

    private static String events() {
        List<String> all = new ArrayList<>();
        all.add(event(1, "ConcernReportReceived", "SOCIAL_SERVICES", "2026-03-10T09:00:00Z", """
                "reportId":"r1","reporterType":"SCHOOL","reasons":["SCHOOL_ABSENCE","NEGLECT"],"feedbackRequested":true"""));
        all.add(event(7, "PreliminaryAssessmentDecided", "SOCIAL_SERVICES", "2026-03-23T10:00:00Z", """
                "reportId":"r1","outcome":"OPEN","corrected":true,"gate":{"status":"HELD","reason":"NO_GROUND"}"""));
        all.add(event(3, "InvestigationOpened", "SOCIAL_SERVICES", "2026-03-23T10:05:00Z", """
                "investigationId":"i1\""""));
        all.add(event(4, "BupReferralReceived", "REGION", "2026-04-14T08:00:00Z", """
                "referralId":"b1\""""));
        all.add(event(5, "BupContact", "REGION", "2026-06-01T10:00:00Z", """
                "contactId":"c1","kind":"FIRST_VISIT\""""));
        all.add(event(6, "PoliceIncident", "POLICE", "2026-06-17T20:00:00Z", """
                "incidentId":"p1","kind":"DOMESTIC_VIOLENCE","childPresent":true"""));
        all.add(event(2, "ConcernReportReceived", "SOCIAL_SERVICES", "2026-06-18T12:30:00Z", """
                "reportId":"r2","reporterType":"POLICE","reasons":["VIOLENCE"],"feedbackRequested":false"""));
        LocalDate first = LocalDate.of(2026, 2, 2);
        for (int day = 0; day < 121; day++) {
            if (first.plusDays(day).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                all.add(schoolDay(first.plusDays(day), Math.min(300, day * 7919 % 100 * day / 60)));
            }
        }
        return String.join(",", all);
    }

    private static String acted(String type, String at, String more) {
        return "{\"eventId\":\"6f0c0000-0000-4000-8000-00000000a001\",\"alertId\":\"89c92de3-2f6c-5937-b7c5-9fc228a5372f\",\"type\":\"%s\",\"agency\":\"SOCIAL_SERVICES\",\"source\":\"urn:example:desk\",\"occurredAt\":\"%s\",%s}"
                .formatted(type, at, more);
    }

    private static String schoolDay(LocalDate day, int absent) {
        return event(
                100 + day.getDayOfYear(),
                "AttendanceReported",
                "SCHOOL",
                day + "T14:00:00Z",
                "\"date\":\"%s\",\"isReported\":true,\"offeredMinutes\":300,\"validAbsenceMinutes\":%d,\"invalidAbsenceMinutes\":%d"
                        .formatted(day, absent / 3, absent - absent / 3));
    }

    private static String event(int id, String type, String agency, String at, String body) {
        return "{\"type\":\"%s\",\"eventId\":\"6f0c0000-0000-4000-8000-%012d\",\"agency\":\"%s\",\"municipality\":\"2380\",\"occurredAt\":\"%s\",%s}"
                .formatted(type, id, agency, at, body);
    }
}
