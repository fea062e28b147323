package se.samordna.bench.micro;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.Child;
import se.samordna.rules.Event;
import se.samordna.rules.Ground;
import se.samordna.rules.Memory;
import se.samordna.rules.ProtectedIdentity;
import se.samordna.rules.SchoolFact.AttendanceReported;
import se.samordna.rules.SocialCode;
import se.samordna.rules.SocialFact;

/** A child after a term: ninety days at school, one in twelve missed, and an open case with ten events. */
final class OneChild {
    static final UUID ID = new UUID(0x0b54_0000_0000_4000L, 0x8000_0000_0000_0001L);
    static final LocalDate FIRST = LocalDate.of(2026, 1, 12);
    static final int DAYS = 90;

    private OneChild() {}

    static Child afterATerm() {
        Child child = Child.empty(ID, Memory.COORDINATION);
        for (int day = 0; day < DAYS; day++) {
            Event line = attendance(day);
            child.accept(line, line.receivedAt());
        }
        for (int n = 0; n < 10; n++) {
            Event report = report(n * 9);
            child.accept(report, report.receivedAt());
        }
        return child;
    }

    static Event attendance(int day) {
        LocalDate date = FIRST.plusDays(day);
        Instant at = date.atTime(14, 0).toInstant(ZoneOffset.UTC);
        return event(day, Agency.SCHOOL, at, new AttendanceReported(date, true, 300, 0, day % 12 == 0 ? 300 : 0));
    }

    static Event report(int day) {
        Instant at = FIRST.plusDays(day).atTime(9, 0).toInstant(ZoneOffset.UTC);
        return event(
                1000 + day,
                Agency.SOCIAL_SERVICES,
                at,
                new SocialFact.ConcernReportReceived(
                        "r" + day, SocialCode.ReporterType.SCHOOL, List.of(SocialCode.ConcernReason.NEGLECT), false));
    }

    private static Event event(int number, Agency agency, Instant at, Body body) {
        return new Event(
                new UUID(0x6f0c_0000_0000_4000L, 0x8000_0000_0000_0000L + number),
                ID,
                "2380",
                agency,
                "urn:bench",
                at,
                at.plusSeconds(2),
                Ground.OWN,
                Optional.empty(),
                ProtectedIdentity.NONE,
                Optional.empty(),
                body);
    }
}
