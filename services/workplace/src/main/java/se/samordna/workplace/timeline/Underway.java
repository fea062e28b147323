package se.samordna.workplace.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samordna.workplace.query.Event;

/**
 * Something that goes on for a time: from its opening event until its closer of the same id (rules.md, Rules).
 *
 * @param agency whose lane it lies in
 * @param kind one of the keys below, for its name
 * @param to empty while it goes on
 */
record Underway(String agency, String kind, Instant from, Optional<Instant> to) {

    /** @param idField the body field that names it; empty where a child has at most one at a time */
    private record Kind(String key, String opener, String closer, String idField) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("investigation", "InvestigationOpened", "InvestigationClosed", "investigationId"),
            new Kind("support", "SupportStarted", "SupportEnded", "supportId"),
            new Kind("homeSupport", "HomeSupportStarted", "HomeSupportEnded", "supportId"),
            new Kind("placement", "PlacementStarted", "PlacementEnded", "placementId"),
            new Kind("lvu", "LvuImmediateCare", "LvuEnded", ""),
            new Kind("familyPlan", "FamilyPlanMade", "FamilyPlanEnded", "planId"),
            new Kind("inquiry", "AbsenceInquiryOpened", "AbsenceInquiryClosed", "inquiryId"),
            new Kind("bup", "BupContact", "BupClosed", ""),
            new Kind("sip", "SipStarted", "SipClosed", "sipId"));

    /** All that the events open and close, by their beginning. */
    static List<Underway> of(List<Event> events) {
        List<Underway> done = new ArrayList<>();
        for (Kind kind : KINDS) {
            Map<String, Event> open = new LinkedHashMap<>();
            for (Event event : events) {
                String id = kind.idField().isEmpty() ? "" : event.fact(kind.idField());
                if (event.type().equals(kind.opener())) {
                    // A second opening of what is open is the same thing (a later contact with BUP).
                    open.putIfAbsent(id, event);
                } else if (event.type().equals(kind.closer()) && open.containsKey(id)) {
                    done.add(process(kind, open.get(id), event.occurredAt()));
                    open.remove(id);
                }
            }
            open.values().forEach(event -> done.add(process(kind, event, Optional.empty())));
        }
        done.sort(Comparator.comparing(Underway::from));
        return done;
    }

    private static Underway process(Kind kind, Event opener, Optional<Instant> to) {
        return new Underway(opener.agency(), kind.key(), opener.occurredAt().orElseThrow(), to);
    }
}
