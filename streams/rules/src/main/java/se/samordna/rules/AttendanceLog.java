package se.samordna.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import se.samordna.rules.SchoolFact.AttendanceReported;

/**
 * Plain lines of attendance, 36 bytes each in columns, by day. Plain is a line that nothing disputes or repairs and
 * whose times lie near its day; any other is held as a whole event.
 */
final class AttendanceLog {

    private static final int REPORTED = 0x8000;

    private final UUID childId;
    private final Origins origins = new Origins();
    private int size;
    private long latest = Long.MIN_VALUE; // ms that no event time of a line comes after
    private long longest = Long.MIN_VALUE; // ms from its day's 00:00 UTC that none is more
    private long[] high = {};
    private long[] low = {};
    private int[] day = {};
    private int[] occurred = {}; // ms after the day's 00:00 UTC
    private int[] received = {}; // ms after EARLY before the day's 00:00 UTC, unsigned
    private char[] offered = {};
    private char[] valid = {};
    private char[] invalid = {};
    private char[] origin = {}; // with the REPORTED bit

    AttendanceLog(UUID childId) {
        this.childId = childId;
    }

    int size() {
        return size;
    }

    boolean fits(Event e, AttendanceReported a) {
        return PlainLine.fits(e, a) && e.childId().equals(childId) && origins.size() < REPORTED;
    }

    /** Where a line is; -1 if it is not here. */
    int find(UUID id) {
        long l = id.getLeastSignificantBits();
        for (int i = size - 1; i >= 0; i--) {
            if (low[i] == l && high[i] == id.getMostSignificantBits()) {
                return i;
            }
        }
        return -1;
    }

    void add(Event e, AttendanceReported a) {
        int d = (int) a.date().toEpochDay();
        int i = size;
        while (i > 0 && day[i - 1] > d) {
            i--;
        }
        open(i);
        long midnight = d * Calendar.DAY_MS;
        high[i] = e.eventId().getMostSignificantBits();
        low[i] = e.eventId().getLeastSignificantBits();
        day[i] = d;
        occurred[i] = (int) (e.occurredAt().toEpochMilli() - midnight);
        received[i] = (int) (e.receivedAt().toEpochMilli() - midnight + PlainLine.EARLY);
        offered[i] = (char) a.offeredMinutes();
        valid[i] = (char) a.validAbsenceMinutes();
        invalid[i] = (char) a.invalidAbsenceMinutes();
        latest = Math.max(latest, e.occurredAt().toEpochMilli());
        longest = Math.max(longest, occurred[i]);
        origin[i] = (char) (origins.numberOf(e) | (a.isReported() ? REPORTED : 0));
    }

    private void open(int i) {
        if (size == day.length) {
            grow(Math.max(8, size + (size >> 1)));
        }
        shift(i, i + 1, size - i);
        size++;
    }

    /** Removes lines {@code from} to {@code to - 1}. */
    void remove(int from, int to) {
        shift(to, from, size - to);
        size -= to - from;
        if (size == 0) {
            latest = Long.MIN_VALUE;
            longest = Long.MIN_VALUE;
            origins.clear();
        }
    }

    private void grow(int to) {
        high = Arrays.copyOf(high, to);
        low = Arrays.copyOf(low, to);
        day = Arrays.copyOf(day, to);
        occurred = Arrays.copyOf(occurred, to);
        received = Arrays.copyOf(received, to);
        offered = Arrays.copyOf(offered, to);
        valid = Arrays.copyOf(valid, to);
        invalid = Arrays.copyOf(invalid, to);
        origin = Arrays.copyOf(origin, to);
    }

    private void shift(int from, int to, int n) {
        if (n > 0) {
            System.arraycopy(high, from, high, to, n);
            System.arraycopy(low, from, low, to, n);
            System.arraycopy(day, from, day, to, n);
            System.arraycopy(occurred, from, occurred, to, n);
            System.arraycopy(received, from, received, to, n);
            System.arraycopy(offered, from, offered, to, n);
            System.arraycopy(valid, from, valid, to, n);
            System.arraycopy(invalid, from, invalid, to, n);
            System.arraycopy(origin, from, origin, to, n);
        }
    }

    UUID id(int i) {
        return new UUID(high[i], low[i]);
    }

    int day(int i) {
        return day[i];
    }

    long occurredMs(int i) {
        return day[i] * Calendar.DAY_MS + occurred[i];
    }

    long receivedMs(int i) {
        return day[i] * Calendar.DAY_MS + Integer.toUnsignedLong(received[i]) - PlainLine.EARLY;
    }

    int offered(int i) {
        return offered[i];
    }

    int valid(int i) {
        return valid[i];
    }

    int invalid(int i) {
        return invalid[i];
    }

    /** The first line whose event time may be after an instant: none before it is; {@link #size} if no line is. */
    int firstAfter(long nowMs) {
        int i = size;
        if (latest > nowMs) {
            while (i > 0 && day[i - 1] * Calendar.DAY_MS + longest > nowMs) {
                i--;
            }
        }
        return i;
    }

    /** Whether the gate may hold any line. */
    boolean isGated() {
        return origins.anyConditional();
    }

    /** Whether any line says that the child is protected. */
    boolean protects() {
        return origins.anyProtects();
    }

    boolean reported(int i) {
        return (origin[i] & REPORTED) != 0;
    }

    Origin origin(int i) {
        return origins.get(origin[i] & ~REPORTED);
    }

    /** The first line of a day, or where it would be. */
    int indexOf(int epochDay) {
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (day[middle] < epochDay) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    AttendanceReported body(int i) {
        return new AttendanceReported(LocalDate.ofEpochDay(day[i]), reported(i), offered[i], valid[i], invalid[i]);
    }

    Event event(int i) {
        Origin o = origin(i);
        return new Event(
                id(i),
                childId,
                o.municipality(),
                o.agency(),
                o.source(),
                Instant.ofEpochMilli(occurredMs(i)),
                Instant.ofEpochMilli(receivedMs(i)),
                o.ground(),
                o.consentId(),
                o.protectedIdentity(),
                Optional.empty(),
                body(i));
    }
}
