package se.samordna.indicators.units;

import java.util.List;
import java.util.Set;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.Closers;
import se.samordna.rules.Reads;
import se.samordna.rules.SchoolFact.AbsenceInquiryOpened;
import se.samordna.rules.SchoolFact.AttendanceTeamContact;
import se.samordna.rules.View;

/**
 * I10: each inquiry into absence with a contact by the attendance team at or after it, when that comes; the median is
 * of the days between. Närvaroteamet (Östersund A3; SkolL 7:19a).
 */
record I10AbsenceToContact() implements UnitIndicator {

    @Override
    public Definition definition() {
        return Definitions.ABSENCE_TO_CONTACT;
    }

    @Override
    public Reads reads() {
        return new Reads.Own(Agency.SCHOOL);
    }

    @Override
    public Set<Class<? extends Body>> concerns() {
        return Set.of(AbsenceInquiryOpened.class, AttendanceTeamContact.class);
    }

    @Override
    public List<Unit> units(View facts) {
        var contacts =
                new Closers().addOptional(facts.of(AttendanceTeamContact.class), AttendanceTeamContact::inquiryId);
        return facts.of(AbsenceInquiryOpened.class).stream()
                .flatMap(q -> contacts.closer(q.body().inquiryId(), q).stream()
                        .map(contact -> Unit.lasted(q, q.at(), contact.at())))
                .toList();
    }
}
