package se.samordna.rules.oracle;

import static se.samordna.rules.oracle.Settled.day;
import static se.samordna.rules.oracle.Settled.end;
import static se.samordna.rules.oracle.World.body;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import se.samordna.rules.Agency;
import se.samordna.rules.SocialCode.ConcernReason;
import se.samordna.rules.SocialFact.CaseReviewed;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.FeedbackGiven;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.PreliminaryAssessmentDecided;
import se.samordna.rules.SocialFact.RiskAssessed;
import se.samordna.rules.oracle.Settled.E;

/** R04, R05 and R16: what follows from reports of concern. */
final class Reports {

    private static final long DAY = 86_400_000;

    private Reports() {}

    static List<Found> r04(World social) {
        List<Found> found = new ArrayList<>();
        for (E d : social.of(PreliminaryAssessmentDecided.class)) {
            Optional<E> first = reportOf(social, d);
            if (first.isEmpty()) {
                continue;
            }
            ConcernReportReceived r = body(first.get(), ConcernReportReceived.class);
            String reporter = r.reporterType().name();
            if (r.feedbackRequested() && !reporter.equals("PRIVATE") && !reporter.equals("ANONYMOUS")) {
                Instant to = social.until(d, c -> isAnswerTo(d, c));
                found.add(Found.of("R04", d, d.at(), to, end(day(d.at()).plusDays(7)), List.of(d, first.get())));
            }
        }
        return found;
    }

    private static Optional<E> reportOf(World social, E d) {
        String id = body(d, PreliminaryAssessmentDecided.class).reportId();
        return social.of(ConcernReportReceived.class).stream()
                .filter(r -> !r.at().isAfter(d.at()))
                .filter(r -> body(r, ConcernReportReceived.class).reportId().equals(id))
                .findFirst();
    }

    private static boolean isAnswerTo(E d, E c) {
        return c.event().body() instanceof FeedbackGiven f
                && f.reportId()
                        .equals(body(d, PreliminaryAssessmentDecided.class).reportId());
    }

    /** Whom R04 tells what once it has ended, as {@code SCHOOL not-opened}. */
    static Optional<String> answer(Found f, World all, Instant now) {
        if (!f.rule().equals("R04") || f.to().isAfter(now)) {
            return Optional.empty();
        }
        World social = all.own(Agency.SOCIAL_SERVICES);
        E r = reportOf(social, f.anchor()).orElseThrow();
        String agency =
                switch (body(r, ConcernReportReceived.class).reporterType().name()) {
                    case "SCHOOL", "PRESCHOOL" -> "SCHOOL";
                    case "POLICE" -> "POLICE";
                    case "HEALTH", "DENTAL" -> "REGION";
                    default -> "";
                };
        String answer = social.of(FeedbackGiven.class).stream()
                .filter(c -> c.at().equals(f.to()) && isAnswerTo(f.anchor(), c))
                .findFirst()
                .map(c -> body(c, FeedbackGiven.class).status().name())
                .orElseThrow();
        return agency.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        agency + " " + answer.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    static List<Found> r05(World social) {
        TreeSet<Instant> turns = new TreeSet<>();
        for (E e : social.events()) {
            turns.add(e.at());
            turns.add(e.at().plusMillis(30 * DAY));
            turns.add(e.at().plusMillis(365 * DAY));
        }
        List<Found> found = new ArrayList<>();
        Instant begun = World.FOREVER;
        for (Instant t : turns) {
            boolean holds = !open(social, t) && several(social, t);
            if (begun == World.FOREVER && holds) {
                begun = t;
            } else if (begun != World.FOREVER && !holds) {
                found.add(repeated(social, begun, t));
                begun = World.FOREVER;
            }
        }
        return found; // none lasts for ever: reports grow old
    }

    private static Found repeated(World social, Instant from, Instant to) {
        List<E> counted = counted(social, from, 365);
        return Found.of("R05", counted.getLast(), from, to, from.plusMillis(3 * DAY), counted);
    }

    private static boolean open(World social, Instant t) {
        return social.active(
                        InvestigationOpened.class,
                        InvestigationOpened::investigationId,
                        InvestigationClosed.class,
                        InvestigationClosed::investigationId,
                        t)
                .findAny()
                .isPresent();
    }

    private static boolean several(World social, Instant t) {
        long groups = counted(social, t, 30).stream()
                .map(r -> switch (body(r, ConcernReportReceived.class)
                        .reporterType()
                        .name()) {
                    case "SCHOOL", "PRESCHOOL" -> "school";
                    case "HEALTH", "DENTAL" -> "health";
                    case "OTHER_AUTHORITY", "SOCIAL" -> "other";
                    case "PRIVATE", "ANONYMOUS" -> "private";
                    default -> "police";
                })
                .distinct()
                .count();
        return groups >= 2 || counted(social, t, 365).size() >= 3;
    }

    private static List<E> counted(World social, Instant t, long days) {
        Instant afresh = social.events().stream()
                .filter(e -> !e.at().isAfter(t))
                .filter(e ->
                        e.is(InvestigationOpened.class) || e.event().body() instanceof CaseReviewed c && c.reasoned())
                .map(E::at)
                .reduce((a, b) -> b)
                .orElse(Instant.MIN);
        return social.of(ConcernReportReceived.class).stream()
                .filter(r -> r.at().isAfter(afresh) && !r.at().isAfter(t))
                .filter(r -> r.at().isAfter(t.minusMillis(days * DAY)))
                .toList();
    }

    static List<Found> r16(World social) {
        List<Found> found = new ArrayList<>();
        for (E r : social.of(ConcernReportReceived.class)) {
            if (!body(r, ConcernReportReceived.class).reasons().contains(ConcernReason.VIOLENCE)) {
                continue;
            }
            if (!open(social, r.at())) {
                Instant to = social.until(r, c -> c.is(InvestigationOpened.class));
                found.add(Found.of("R16", r, r.at(), to, end(day(r.at())), List.of(r))
                        .suffixed("/a"));
            }
            List<E> openAtReport = social.active(
                            InvestigationOpened.class,
                            InvestigationOpened::investigationId,
                            InvestigationClosed.class,
                            InvestigationClosed::investigationId,
                            r.at())
                    .toList();
            List<E> later = social.of(InvestigationOpened.class).stream()
                    .filter(i -> !i.at().isBefore(r.at()))
                    .toList();
            if (!openAtReport.isEmpty() || !later.isEmpty()) {
                found.add(risk(social, r, openAtReport.isEmpty() ? later.getFirst() : openAtReport.getLast()));
            }
        }
        return found;
    }

    private static Found risk(World social, E r, E i) {
        String id = body(i, InvestigationOpened.class).investigationId();
        Instant j = i.at().isAfter(r.at()) ? i.at() : r.at();
        Instant to = social.until(
                i,
                c -> c.event().body() instanceof InvestigationClosed x
                                && x.investigationId().equals(id)
                        || c.event().body() instanceof RiskAssessed a
                                && a.instrument().equals("IRISK")
                                && (a.investigationId().isEmpty()
                                        || a.investigationId().get().equals(id)));
        return Found.of("R16", r, j.plusMillis(23 * DAY), to, j.plusMillis(30 * DAY), List.of(r, i))
                .suffixed("/b");
    }
}
