package se.samordna.indicators.units;

import static se.samordna.indicators.units.RecountLog.anyIn;
import static se.samordna.indicators.units.RecountLog.first;
import static se.samordna.indicators.units.RecountLog.plus;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import se.samordna.rules.RegionFact.BupClosed;
import se.samordna.rules.RegionFact.BupContact;
import se.samordna.rules.RegionFact.BupReferralReceived;
import se.samordna.rules.RegionFact.BupTreatmentStarted;
import se.samordna.rules.RegionFact.ContactKind;
import se.samordna.rules.SchoolFact.AbsenceInquiryOpened;
import se.samordna.rules.SchoolFact.AttendanceTeamContact;
import se.samordna.rules.SocialFact.BookPacketSent;
import se.samordna.rules.SocialFact.FamilyPlanEnded;
import se.samordna.rules.SocialFact.FamilyPlanMade;
import se.samordna.rules.SocialFact.FamilyPlanReviewed;
import se.samordna.rules.SocialFact.SupportDecided;
import se.samordna.rules.SocialFact.SupportStarted;

/** I10, I12 to I14, I25 and I26: what waits for what. */
record RecountOfServices(RecountLog log, RecountCells cells) {

    void count() {
        for (Standing q : log.of(AbsenceInquiryOpened.class)) {
            String id = ((AbsenceInquiryOpened) q.event().body()).inquiryId();
            var contacts = log.of(
                    AttendanceTeamContact.class,
                    each -> each.inquiryId().map(id::equals).orElse(true));
            first(contacts, q.at()).ifPresent(c -> cells.at("I10", q, c.at(), true, RecountCells.days(q.at(), c.at())));
        }
        log.of(BookPacketSent.class).stream().limit(1).forEach(this::packets);
        log.of(BupReferralReceived.class).forEach(this::referral);
        for (Standing s : log.of(SupportDecided.class)) {
            String id = ((SupportDecided) s.event().body()).supportId();
            first(log.of(SupportStarted.class, each -> each.supportId().equals(id)), s.at())
                    .ifPresent(a -> cells.at("I25", s, a.at(), true, RecountCells.days(s.at(), a.at())));
        }
        Stream.concat(log.of(FamilyPlanMade.class).stream(), log.of(FamilyPlanReviewed.class).stream())
                .forEach(this::familyPlan);
    }

    private void packets(Standing f) {
        for (int k = 0; k <= 5; k++) {
            Instant t = RecountCells.months(f.at(), 2 * k);
            long sent = log.of(BookPacketSent.class).stream()
                    .filter(each -> each.at().isBefore(t))
                    .count();
            cells.due("I12", f, t, sent > k);
        }
    }

    private void referral(Standing b) {
        var visits = log.of(BupContact.class, each -> each.kind() == ContactKind.FIRST_VISIT);
        String id = ((BupReferralReceived) b.event().body()).referralId();
        first(visits, b.at()).ifPresent(f -> {
            boolean closed = log.of(BupClosed.class).stream()
                    .anyMatch(each -> !each.at().isBefore(b.at()) && each.at().isBefore(f.at()));
            if (closed) {
                return;
            }
            cells.at("I13", b, f.at(), !f.at().isAfter(plus(b.at(), 30)));
            var treated = log.of(
                    BupTreatmentStarted.class,
                    each -> each.referralId().map(id::equals).orElse(true));
            first(treated, b.at())
                    .ifPresent(s -> cells.at(
                            "I14", b, s.at().isAfter(f.at()) ? s.at() : f.at(), !s.at().isAfter(plus(f.at(), 30))));
        });
    }

    private void familyPlan(Standing x) {
        boolean made = x.event().body() instanceof FamilyPlanMade;
        String id = made
                ? ((FamilyPlanMade) x.event().body()).planId()
                : ((FamilyPlanReviewed) x.event().body()).planId();
        LocalDate review = made
                ? ((FamilyPlanMade) x.event().body()).reviewDate()
                : ((FamilyPlanReviewed) x.event().body()).reviewDate();
        Instant t = Standing.endOf(review);
        var ends = log.of(FamilyPlanEnded.class, each -> each.planId().equals(id));
        if (!x.at().isBefore(t) || anyIn(ends, x.at(), t)) {
            return;
        }
        boolean reviewed = log
                .of(FamilyPlanReviewed.class, each -> each.planId().equals(id))
                .stream()
                .filter(each -> made
                        ? !each.at().isBefore(x.at())
                        : RecountOfHomes.order().compare(each, x) > 0)
                .anyMatch(each -> !each.at().isAfter(t));
        cells.due("I26", x, t, reviewed);
    }
}
