package se.samordna.workplace;

/** What the query API says of single alerts, in the real shapes. */
final class AlertStories {
    static final String OVERDUE_ID = "89c92de3-2f6c-5937-b7c5-9fc228a5372e";
    static final String WATCHED_ID = "89c92de3-2f6c-5937-b7c5-9fc228a5372f";
    static final String CLOSED_ID = "89c92de3-2f6c-5937-b7c5-9fc228a53731";
    static final String ALERTS = "/api/coordination/v1/alerts/";

    static final String CLOSED = Stories.OVERDUE
            .replace(OVERDUE_ID, CLOSED_ID)
            .replace("\"OPEN\"", "\"CLOSED\"")
            .replace("\"revision\":2", "\"revision\":3");

    static final String WITHDRAWN = Stories.OVERDUE
            .replace("\"OPEN\"", "\"WITHDRAWN\"")
            .replace(
                    "\"basis\"", "\"withdrawnReason\":\"CORRECTED\",\"supersededBy\":\"" + WATCHED_ID + "\",\"basis\"");

    static final String NOTICE = """
            {"alertId":"89c92de3-2f6c-5937-b7c5-9fc228a53732","childId":"%s","status":"OPEN","dueAt":"2026-06-19T22:00:00Z",
             "recipient":"school","notice":"social-services-asks-contact","revision":1}""".formatted(Stories.CHILD);

    static final String EXPLANATION = """
            {"alert":%s,"rule":{"explanation":{"sv":"Varje anmälan ska genast bedömas.","en":"Every report is assessed at once."}},
             "anchor":"6f0c0000-0000-4000-8000-000000000002","asOf":"2026-06-22T08:00:00Z","conditions":[
              {"code":"ANCHOR","label":{"sv":"larmet hänger på","en":"hangs on"},"met":true,
               "value":"ConcernReportReceived 2026-06-18T12:30:00Z 6f0c0000-0000-4000-8000-000000000002"},
              {"code":"WAITS_FOR","label":{"sv":"väntar på någon av","en":"waits for any of"},"met":false,
               "value":"InvestigationOpened, ProtectionAssessed"},
              {"code":"REPORTS","label":{"sv":"anmälningar","en":"reports counted"},"met":true,"value":"3 (≥ 3)"},
              {"code":"EVIDENCE","label":{"sv":"vilar på","en":"rests on"},"met":true,"value":"told beside"}],
             "evidence":[
              {"eventId":"6f0c0000-0000-4000-8000-000000000002","type":"ConcernReportReceived",
               "occurredAt":"2026-06-18T12:30:00Z","receivedAt":"2026-06-20T12:30:00Z"},
              {"eventId":"6f0c0000-0000-4000-8000-000000000009"}]}""".formatted(Stories.OVERDUE);

    private AlertStories() {}

    /** @param lines of what was done, from {@link #acted} */
    static String history(String alert, String... lines) {
        return """
                {"alert":%s,"told":[
                  {"recipient":"social-services","revision":2,"status":"OPEN","ground":"OWN"},
                  {"recipient":"police","revision":1,"status":"OPEN","notice":"joint-visit-proposed","ground":"REPORT_DUTY"}],
                 "actions":[%s],"asOf":"2026-06-22T08:00:00Z"}""".formatted(alert, String.join(",", lines));
    }

    static String acted(String eventId, String type, String agency, String more) {
        return """
                {"eventId":"%s","alertId":"%s","type":"%s","agency":"%s","source":"urn:samordna:workplace",
                 "occurredAt":"2026-06-22T07:00:00Z",%s}""".formatted(eventId, OVERDUE_ID, type, agency, more);
    }

    static String one(String alert) {
        return "{" + Stories.SOURCES + ",\"alert\":" + alert + "}";
    }
}
