package se.samordna.coordination.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.RegionFact;
import se.samordna.rules.SchoolFact;
import se.samordna.rules.SharedFact;
import se.samordna.rules.SocialFact;
import se.samordna.rules.Timeline;

/** What was or is under way around a child, by the events that the asker sees: from an opening to its closing. */
final class Processes {

    private Processes() {}

    /**
     * One of them.
     *
     * @param lane the agency that opened it
     * @param kind INVESTIGATION, SUPPORT, PLACEMENT, INQUIRY, SIP or BUP
     */
    record Process(Agency lane, String kind, Instant from, Optional<Instant> to) {}

    /** An event's part in a process: of which kind and id, and whether it opens it. */
    private record Step(String kind, String id, boolean opens) {}

    static List<Process> of(List<Timeline.Entry> seen) {
        List<Process> done = new ArrayList<>();
        Map<String, Process> open = new LinkedHashMap<>();
        for (Timeline.Entry entry : seen) {
            step(entry.fact().body()).ifPresent(step -> {
                String key = step.kind + '|' + step.id;
                if (step.opens) {
                    open.putIfAbsent(
                            key,
                            new Process(
                                    entry.fact().agency(),
                                    step.kind,
                                    entry.fact().at(),
                                    Optional.empty()));
                } else if (open.containsKey(key)) {
                    Process ended = open.remove(key);
                    done.add(new Process(
                            ended.lane,
                            ended.kind,
                            ended.from,
                            Optional.of(entry.fact().at())));
                }
            });
        }
        done.addAll(open.values());
        return done;
    }

    private static Optional<Step> step(Body body) {
        return Optional.ofNullable(
                switch (body) {
                    case SocialFact.InvestigationOpened i -> new Step("INVESTIGATION", i.investigationId(), true);
                    case SocialFact.InvestigationClosed i -> new Step("INVESTIGATION", i.investigationId(), false);
                    case SocialFact.SupportStarted s -> new Step("SUPPORT", s.supportId(), true);
                    case SocialFact.SupportEnded s -> new Step("SUPPORT", s.supportId(), false);
                    case SocialFact.PlacementStarted p -> new Step("PLACEMENT", p.placementId(), true);
                    case SocialFact.PlacementEnded p -> new Step("PLACEMENT", p.placementId(), false);
                    case SchoolFact.AbsenceInquiryOpened a -> new Step("INQUIRY", a.inquiryId(), true);
                    case SchoolFact.AbsenceInquiryClosed a -> new Step("INQUIRY", a.inquiryId(), false);
                    case SharedFact.SipStarted s -> new Step("SIP", s.sipId(), true);
                    case SharedFact.SipClosed s -> new Step("SIP", s.sipId(), false);
                    case RegionFact.BupContact _ -> new Step("BUP", "", true);
                    case RegionFact.BupClosed _ -> new Step("BUP", "", false);
                    default -> null;
                });
    }
}
