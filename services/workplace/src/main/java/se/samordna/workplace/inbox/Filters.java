package se.samordna.workplace.inbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import se.samordna.access.Area;
import se.samordna.events.Agency;
import se.samordna.schemas.Kommunkod;

/**
 * Which alerts are shown. What an address, a saved view or a form says is read here, once; what is not one of these values
 * is no filter.
 *
 * @param place the code of a municipality, four digits, or of a county with all of its, two; empty: all of where the caller works
 * @param status LIVE, ALL, SNOOZED, UNANSWERED, ANSWERED or a status of alerts
 * @param kind notice: what others ask; full: the alerts of one's own; empty: both
 * @param rule empty: any
 * @param level 1 to 3; empty: any
 * @param due days within which it is due, 0 for what is overdue; empty: whenever
 * @param changed only what is new or changed since the last visit
 * @param page from 1
 */
record Filters(
        String place, String status, String kind, String rule, String level, String due, boolean changed, int page) {
    static final String LIVE = "LIVE";
    static final String SNOOZED = "SNOOZED";
    static final String UNANSWERED = "UNANSWERED";
    static final String ANSWERED = "ANSWERED";
    static final String NOTICE = "notice";
    /** In the order they are to be chosen from: what one is asked first. */
    static final List<String> KINDS = List.of("", NOTICE, "full");

    static final List<String> STATUSES =
            List.of(LIVE, "OPEN", "ACKNOWLEDGED", SNOOZED, "CLOSED", "RESOLVED", "WITHDRAWN", "ALL");

    /** To contact people most of what they have are notices, which they answer rather than acknowledge. */
    private static final List<String> OF_CONTACTS =
            List.of(LIVE, UNANSWERED, ANSWERED, SNOOZED, "CLOSED", "RESOLVED", "WITHDRAWN", "ALL");

    static final List<String> LEVELS = List.of("3", "2", "1");
    static final List<String> DUES = List.of("0", "1", "3", "7", "14", "30");

    /** The rules that tell an agency something in full, by agency; the police are told notices alone. */
    private static final Map<Agency, List<String>> RULES = Map.of(
            Agency.SOCIAL_SERVICES,
            List.of(
                    "R01", "R02", "R03", "R04", "R05", "R06", "R07", "R08", "R10", "R11", "R12", "R13", "R14", "R16",
                    "R17", "R18", "R21", "R22", "R23", "R24", "R25", "R26"),
            Agency.SCHOOL,
            List.of("R09"),
            Agency.REGION,
            List.of("R15", "R19", "R20"),
            Agency.POLICE,
            List.of());

    private static final int LAST_PAGE = 100_000;

    /**
     * From the parameters of an address or a form; empty if one of them is none of ours. A municipality narrows the county
     * that is given beside it, in which it must lie.
     */
    static Optional<Filters> of(MultiValueMap<String, String> given) {
        String municipality = value(given, "municipality", "");
        String county = value(given, "county", "");
        if (!county.isEmpty() && !Kommunkod.isCounty(county)
                || !municipality.isEmpty() && !municipality.matches("[0-9]{4}")
                || !municipality.isEmpty() && !municipality.startsWith(county)) {
            return Optional.empty();
        }
        Filters read = new Filters(
                municipality.isEmpty() ? county : municipality,
                value(given, "status", LIVE),
                value(given, "kind", ""),
                value(given, "rule", ""),
                value(given, "level", ""),
                value(given, "due", ""),
                value(given, "new", "").equals("1"),
                number(value(given, "page", "1")));
        return read.ours() ? Optional.of(read) : Optional.empty();
    }

    /** From the query of an address, as a form or a saved view brings it back. */
    static Optional<Filters> ofQuery(String query) {
        return query.length() > 300
                ? Optional.empty()
                : of(UriComponentsBuilder.newInstance().query(query).build().getQueryParams());
    }

    private boolean ours() {
        return (STATUSES.contains(status) || OF_CONTACTS.contains(status))
                && KINDS.contains(kind)
                && (rule.isEmpty() || RULES.values().stream().anyMatch(rules -> rules.contains(rule)))
                && (level.isEmpty() || LEVELS.contains(level))
                && (due.isEmpty() || DUES.contains(due))
                && page >= 1
                && page <= LAST_PAGE;
    }

    private static String value(MultiValueMap<String, String> given, String name, String otherwise) {
        return Optional.ofNullable(given.getFirst(name))
                .filter(text -> !text.isEmpty())
                .orElse(otherwise);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    /** Whether anything is left out but what an inbox leaves out by itself. */
    public boolean narrowed() {
        return !status.equals(LIVE)
                || !kind.isEmpty()
                || !rule.isEmpty()
                || !level.isEmpty()
                || !due.isEmpty()
                || changed;
    }

    /** The statuses to choose from, the one chosen among them. */
    public List<String> statuses(boolean ofContact) {
        List<String> usual = ofContact ? OF_CONTACTS : STATUSES;
        return usual.contains(status)
                ? usual
                : Stream.concat(usual.stream(), Stream.of(status)).toList();
    }

    /** The rules to choose from. */
    static List<String> rulesOf(Agency agency) {
        return RULES.getOrDefault(agency, List.of());
    }

    /** What to choose from: nothing where an agency is told notices alone. */
    static List<String> kindsOf(Optional<Agency> agency) {
        return agency.filter(one -> !rulesOf(one).isEmpty()).map(_ -> KINDS).orElse(List.of());
    }

    public boolean snoozed() {
        return status.equals(SNOOZED);
    }

    /** The municipality, where it is of one; else empty. */
    public String municipality() {
        return ofCounty() ? "" : place;
    }

    private boolean ofCounty() {
        return place.length() == 2;
    }

    public Filters in(Area area) {
        return new Filters(area.code(), status, kind, rule, level, due, changed, page);
    }

    public Filters at(int other) {
        return new Filters(place, status, kind, rule, level, due, changed, other);
    }

    public Filters with(String otherStatus) {
        return new Filters(place, otherStatus, kind, rule, level, due, changed, 1);
    }

    public Filters onlyChanged() {
        return new Filters(place, status, kind, rule, level, due, true, 1);
    }

    /** The same of another kind; what was narrowed to a rule is of one's own alone. */
    public Filters ofKind(String other) {
        return new Filters(place, status, other, other.equals(NOTICE) ? "" : rule, level, due, changed, 1);
    }

    /** What it is of, in an address. */
    public String where() {
        return (ofCounty() ? "county=" : "municipality=") + place;
    }

    /** The same in an address, without what says nothing. */
    public String query() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(ofCounty() ? "county" : "municipality", place);
        all.put("status", status.equals(LIVE) ? "" : status);
        all.put("kind", kind);
        all.put("rule", rule);
        all.put("level", level);
        all.put("due", due);
        all.put("new", changed ? "1" : "");
        all.put("page", page == 1 ? "" : String.valueOf(page));
        return all.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("&"));
    }

    /** The address of this view. */
    public String address() {
        return address("");
    }

    /** The same with something more to say. */
    public String address(String more) {
        String all = Stream.of(query(), more).filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
        return all.isEmpty() ? "/inbox" : "/inbox?" + all;
    }

    /** In the words of the query API. */
    Map<String, String> asked(Optional<Instant> since) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(
                "status",
                switch (status) {
                    case LIVE, SNOOZED -> "OPEN,ACKNOWLEDGED";
                    case UNANSWERED -> "OPEN";
                    case "ALL", ANSWERED -> "";
                    default -> status;
                });
        all.put("kind", kind);
        all.put("rule", rule);
        all.put("level", level);
        all.put("dueWithin", due);
        // Who asks for the coming days has the late ones on top of every other list.
        all.put("late", due.isEmpty() || due.equals("0") ? "" : "hidden");
        all.put(
                "snoozed",
                switch (status) {
                    case LIVE, UNANSWERED -> "hidden";
                    case SNOOZED -> "only";
                    default -> "";
                });
        all.put(
                "answered",
                switch (status) {
                    case UNANSWERED -> "hidden";
                    case ANSWERED -> "only";
                    default -> "";
                });
        all.put("since", since.map(Instant::toString).orElse(""));
        all.put("changed", changed && since.isPresent() ? "only" : "");
        all.put("page", String.valueOf(page));
        return all;
    }
}
