package se.samordna.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.samordna.rules.SchoolFact.AttendanceReported;

/** One ISO week of plain attendance as bytes: version, week, the origins, then some 30 bytes a line. */
final class WeekBytes {

    private static final int VERSION = 1;
    private static final int MONDAY_OF_WEEK_0 = -3;

    private WeekBytes() {}

    static Optional<byte[]> write(AttendanceLog log, int week) {
        int monday = week * 7 + MONDAY_OF_WEEK_0;
        int from = log.indexOf(monday);
        int to = log.indexOf(monday + 7);
        if (from == to) {
            return Optional.empty();
        }
        List<Origin> origins = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (!origins.contains(log.origin(i))) {
                origins.add(log.origin(i));
            }
        }
        Sink out = new Sink().number(VERSION).number(week);
        out.list(origins, o -> origin(out, o)).number(to - from);
        for (int i = from; i < to; i++) {
            int flags = log.day(i) - monday << 1 | (log.reported(i) ? 1 : 0);
            long midnight = log.day(i) * Calendar.DAY_MS;
            out.number(flags).number(origins.indexOf(log.origin(i))).uuid(log.id(i));
            out.number(log.occurredMs(i) - midnight).number(log.receivedMs(i) - log.occurredMs(i));
            out.number(log.offered(i)).number(log.valid(i)).number(log.invalid(i));
        }
        return Optional.of(out.bytes());
    }

    private static void origin(Sink out, Origin o) {
        out.text(o.municipality()).code(o.agency()).text(o.source()).code(o.ground());
        out.text(o.consentId().orElse("")).code(o.protectedIdentity());
    }

    static void read(byte[] bytes, UUID childId, AttendanceLog log) {
        Tap in = new Tap(bytes);
        in.version(VERSION);
        int monday = in.small() * 7 + MONDAY_OF_WEEK_0;
        List<Origin> origins = in.list(() -> origin(in));
        in.list(() -> line(in, monday, origins, childId)).forEach(e -> log.add(e, (AttendanceReported) e.body()));
    }

    private static Origin origin(Tap in) {
        return new Origin(
                in.text(),
                in.code(Agency.class),
                in.text(),
                in.code(Ground.class),
                Optional.of(in.text()).filter(id -> !id.isEmpty()),
                in.code(ProtectedIdentity.class));
    }

    private static Event line(Tap in, int monday, List<Origin> origins, UUID childId) {
        int flags = in.small();
        int day = monday + (flags >> 1);
        Origin o = origins.get(in.small());
        UUID id = in.uuid();
        long occurred = day * Calendar.DAY_MS + in.number();
        long received = occurred + in.number();
        AttendanceReported body =
                new AttendanceReported(LocalDate.ofEpochDay(day), (flags & 1) != 0, in.small(), in.small(), in.small());
        return new Event(
                id,
                childId,
                o.municipality(),
                o.agency(),
                o.source(),
                Instant.ofEpochMilli(occurred),
                Instant.ofEpochMilli(received),
                o.ground(),
                o.consentId(),
                o.protectedIdentity(),
                Optional.empty(),
                body);
    }
}
