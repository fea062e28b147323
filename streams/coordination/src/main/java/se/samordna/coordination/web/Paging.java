package se.samordna.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samordna.coordination.scan.Cursor;

/**
 * How much of a log is asked for.
 *
 * @param size the most rows, of a page or of a file
 * @param before where an earlier page ended
 * @param csv whether as a file
 */
record Paging(Days days, int size, Optional<Cursor> before, boolean csv) {

    private static final int USUAL = 50;
    private static final int GREATEST = 200;
    private static final int GREATEST_FILE = 5_000;

    /** @param wrong is told the names of what cannot be */
    static Paging of(HttpServletRequest request, Instant now, List<String> wrong) {
        Days days = Days.of(given(request, "from"), given(request, "to"), now, wrong);
        String format = given(request, "format");
        Narrowed.wrongIf(!List.of("", "json", "csv").contains(format), "format", wrong);
        boolean csv = format.equals("csv") || format.isEmpty() && wantsCsv(request);
        String size = given(request, "size");
        boolean number = size.matches("[0-9]{1,4}");
        int rows = number ? Integer.parseInt(size) : csv ? GREATEST_FILE : USUAL;
        Narrowed.wrongIf(
                !size.isEmpty() && !number || rows < 1 || rows > (csv ? GREATEST_FILE : GREATEST), "size", wrong);
        String cursor = given(request, "cursor");
        Optional<Cursor> before = Cursor.of(cursor);
        Narrowed.wrongIf(!cursor.isEmpty() && before.isEmpty(), "cursor", wrong);
        return new Paging(days, rows, before, csv);
    }

    /** A parameter; empty where there is none. */
    static String given(HttpServletRequest request, String name) {
        @Nullable String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static boolean wantsCsv(HttpServletRequest request) {
        @Nullable String accept = request.getHeader("Accept");
        return accept != null && accept.startsWith("text/csv");
    }
}
