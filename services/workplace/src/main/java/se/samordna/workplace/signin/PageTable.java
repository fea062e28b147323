package se.samordna.workplace.signin;

import static se.samordna.access.Role.CASE_WORKER;
import static se.samordna.access.Role.CONTACT;
import static se.samordna.access.Role.COORDINATOR;
import static se.samordna.access.Role.DATA_PROTECTION_OFFICER;
import static se.samordna.access.Role.MANAGER;
import static se.samordna.access.Role.OPERATOR;
import static se.samordna.access.Role.PLAN_OWNER;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import se.samordna.access.Role;

/**
 * Which page is for whom. The most specific row counts; a page without one is for nobody. What a page then shows of a
 * child or a municipality is for the query APIs to say.
 */
public final class PageTable {
    private static final Set<Role> EVERYONE = EnumSet.complementOf(EnumSet.of(Role.SYSTEM));

    /**
     * Pages and those who may open them.
     *
     * @param pattern as a mapping has it
     * @param open whether it is for those who are not signed in, too
     */
    public record Row(PathPattern pattern, Set<Role> roles, boolean open) {

        /** The row, as it is written below. */
        @Override
        public String toString() {
            return pattern.getPatternString();
        }
    }

    private static final List<Row> ROWS = List.of(
            open("/error"),
            open("/public/**"),
            open("/signed-out"),
            open(KeptForm.PAGE),
            open(SignOut.PAGE),
            row("/", EVERYONE),
            row("/start", EVERYONE),
            row("/rules", EVERYONE),
            row("/indicators/**", EVERYONE),
            row("/municipalities/{code}", EVERYONE),
            row("/municipalities/{code}/plan/**", EVERYONE),
            row("/exact/**", Set.of(COORDINATOR, MANAGER, PLAN_OWNER)),
            row("/inbox/**", Set.of(COORDINATOR, CASE_WORKER, CONTACT)),
            row("/alerts/**", Set.of(COORDINATOR, CASE_WORKER, CONTACT)),
            row("/children/**", Set.of(COORDINATOR, CASE_WORKER, CONTACT)),
            row("/search", Set.of(COORDINATOR, CASE_WORKER)),
            row("/ledger/**", Set.of(DATA_PROTECTION_OFFICER)),
            row("/access-log/**", Set.of(DATA_PROTECTION_OFFICER)),
            row("/operator/**", Set.of(OPERATOR)));

    private PageTable() {}

    /** All of it. */
    public static List<Row> rows() {
        return ROWS;
    }

    /** The row of a page, by its path. */
    public static Optional<Row> of(PathContainer path) {
        return ROWS.stream().filter(row -> row.pattern().matches(path)).min(Comparator.comparing(Row::pattern));
    }

    /** Whether someone in that role may open the page of that path; a part of it may stand for any. */
    static boolean opens(Role role, String path) {
        return of(PathContainer.parsePath(path))
                .filter(row -> row.open() || row.roles().contains(role))
                .isPresent();
    }

    private static Row row(String pattern, Set<Role> roles) {
        return new Row(PathPatternParser.defaultInstance.parse(pattern), roles, false);
    }

    private static Row open(String pattern) {
        return new Row(PathPatternParser.defaultInstance.parse(pattern), EVERYONE, true);
    }
}
