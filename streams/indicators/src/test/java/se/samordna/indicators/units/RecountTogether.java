package se.samordna.indicators.units;

import static se.samordna.indicators.units.RecountLog.anyIn;
import static se.samordna.indicators.units.RecountLog.first;
import static se.samordna.indicators.units.RecountLog.plus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.samordna.indicators.units.RecountLog.Active;
import se.samordna.rules.Body;
import se.samordna.rules.PoliceFact.PoliceIncident;
import se.samordna.rules.PoliceFact.YouthCrimeNotified;
import se.samordna.rules.RegionFact.BupContact;
import se.samordna.rules.RegionFact.BupReferralReceived;
import se.samordna.rules.RegionFact.HealthExamDone;
import se.samordna.rules.RegionFact.TeamAccepted;
import se.samordna.rules.SchoolFact.AbsenceInquiryOpened;
import se.samordna.rules.SharedFact.SipRefused;
import se.samordna.rules.SharedFact.SipStarted;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.JointVisitDone;
import se.samordna.rules.SocialFact.PlacementStarted;
import se.samordna.rules.SocialFact.SupportStarted;

/** I15 to I19 and I28, over released events alone. */
record RecountTogether(RecountLog log, RecountCells cells) {

    void count() {
        for (Active placed : log.placements()) {
            String id = ((PlacementStarted) placed.opener().event().body()).placementId();
            Instant t = plus(placed.opener().at(), 60);
            if (placed.at(t)) {
                var exams = log.of(
                        HealthExamDone.class,
                        each -> each.placementId().map(id::equals).orElse(true));
                cells.due(
                        "I15", placed.opener(), t, anyIn(exams, placed.opener().at(), t));
            }
        }
        for (Standing a : log.of(TeamAccepted.class)) {
            Instant t = RecountCells.months(a.at(), 6);
            cells.due(
                    "I16",
                    a,
                    t,
                    log.placements().stream().noneMatch(p -> p.opener().at().isBefore(t) && p.to().isAfter(a.at())));
        }
        overlaps();
        log.of(PoliceIncident.class, PoliceIncident::childPresent).forEach(this::pair);
        latency();
        RecountOfHomes.stays(log).stream()
                .filter(stay -> stay.kind().equals("SIS") && stay.to().isBefore(Instant.MAX))
                .forEach(stay -> cells.at("I28", stay.opener(), stay.to(), hasSip(stay.to())));
    }

    private boolean hasSip(Instant t) {
        return log.sips().stream().anyMatch(sip -> sip.at(t));
    }

    /** Walks over every instant at which a process begins or ends. */
    private void overlaps() {
        var processes = List.of(
                Stream.concat(log.investigations().stream(), log.supports().stream())
                        .toList(),
                log.bup(),
                log.inquiries());
        var instants = new TreeSet<Instant>();
        processes.forEach(each -> each.forEach(active -> {
            instants.add(active.opener().at());
            instants.add(active.to());
        }));
        Optional<Instant> began = Optional.empty();
        for (Instant at : instants) {
            boolean overlap = processes.stream()
                            .filter(each -> each.stream().anyMatch(active -> active.at(at)))
                            .count()
                    >= 2;
            if (overlap && began.isEmpty()) {
                began = Optional.of(at);
            } else if (!overlap && began.isPresent()) {
                overlap(processes, began.get(), at);
                began = Optional.empty();
            }
        }
    }

    private void overlap(List<List<Active>> processes, Instant from, Instant to) {
        Instant t = plus(from, 14);
        if (!to.isAfter(t)) {
            return;
        }
        Standing anchor = processes.stream()
                .flatMap(List::stream)
                .filter(active -> active.at(from))
                .map(Active::opener)
                .max(RecountOfHomes.order())
                .orElseThrow();
        boolean refused = log.of(SipRefused.class).stream()
                .anyMatch(each -> !each.at().isAfter(t) && t.isBefore(plus(each.at(), 90)));
        cells.due("I17", anchor, t, hasSip(t) || refused);
    }

    private void pair(Standing p) {
        Duration day = Duration.ofHours(24);
        var reports = log.of(ConcernReportReceived.class);
        var before = reports.stream()
                .filter(r -> !r.at().isBefore(p.at().minus(day)) && !r.at().isAfter(p.at()))
                .toList();
        Optional<Standing> report = before.isEmpty()
                ? reports.stream()
                        .filter(r -> r.at().isAfter(p.at()) && !r.at().isAfter(p.at().plus(day)))
                        .findFirst()
                : Optional.of(before.getLast());
        report.ifPresent(r -> {
            Instant t = (r.at().isAfter(p.at()) ? r.at() : p.at()).plus(day);
            String id = ((PoliceIncident) p.event().body()).incidentId();
            var visits = log.of(JointVisitDone.class, each -> each.incidentId().equals(id));
            cells.due("I18", p, t, anyIn(visits, p.at(), t));
        });
    }

    private void latency() {
        var groups = List.<List<Class<? extends Body>>>of(
                List.of(ConcernReportReceived.class, InvestigationOpened.class, SupportStarted.class),
                List.of(BupReferralReceived.class, BupContact.class),
                List.of(AbsenceInquiryOpened.class),
                List.of(PoliceIncident.class, YouthCrimeNotified.class));
        var firsts = new ArrayList<Standing>();
        groups.forEach(types -> log.facts().stream()
                .filter(fact -> types.stream()
                        .anyMatch(type -> type.isInstance(fact.event().body())))
                .findFirst()
                .ifPresent(firsts::add));
        firsts.sort(RecountOfHomes.order());
        if (firsts.size() >= 2) {
            Standing g = firsts.get(1);
            var together = log.facts().stream()
                    .filter(fact -> fact.event().body() instanceof SipStarted
                            || fact.event().body() instanceof JointVisitDone)
                    .toList();
            first(together, g.at()).ifPresent(c -> cells.at("I19", c, c.at(), true, RecountCells.days(g.at(), c.at())));
        }
    }
}
