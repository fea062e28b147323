package se.samordna.workplace.oversight;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import se.samordna.schemas.UuidText;

/**
 * How a log is narrowed. What an address says is read here, once. What was typed and is no such thing is told by the name of
 * its field and never repeated: it may be a personnummer.
 *
 * @param page the page's path
 * @param values by field; none where nothing is wanted of it
 * @param faults the fields with what cannot be
 */
record Narrowing(String page, Map<String, String> values, Set<String> faults) {
    static final String CURSOR = "cursor";
    static final String OFFICERS = "officers";

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String LAST_OF_ALL = "2099-12-31";
    private static final String DAY = "20[0-9]{2}-[01][0-9]-[0-3][0-9]";
    private static final String CODE = "[A-Za-z][A-Za-z_-]{0,39}";
    private static final String CURSOR_FORM = "[0-9a-z.-]{1,2000}";
    // An issuer's id of somebody, but for what may be a personnummer.
    private static final String WHO = "(?!\\d{6,8}[-+]?\\d{4}$)[A-Za-z0-9][A-Za-z0-9._@:|-]{0,99}";

    private static final Map<String, Pattern> LEDGER = Map.of(
            FROM,
            Pattern.compile(DAY),
            TO,
            Pattern.compile(DAY),
            "child",
            Pattern.compile(UuidText.FORM),
            "alert",
            Pattern.compile(UuidText.FORM),
            "recipient",
            Pattern.compile(CODE),
            "rule",
            Pattern.compile("R(0[1-9]|1[0-9]|2[0-6])"),
            "ground",
            Pattern.compile(CODE),
            CURSOR,
            Pattern.compile(CURSOR_FORM));
    private static final Map<String, Pattern> ACCESS_LOG = Map.of(
            FROM,
            Pattern.compile(DAY),
            TO,
            Pattern.compile(DAY),
            "child",
            Pattern.compile(UuidText.FORM),
            "who",
            Pattern.compile(WHO),
            "role",
            Pattern.compile(CODE),
            "what",
            Pattern.compile(CODE),
            "result",
            Pattern.compile(CODE),
            OFFICERS,
            Pattern.compile("shown"),
            CURSOR,
            Pattern.compile(CURSOR_FORM));

    static Narrowing ofLedger(MultiValueMap<String, String> given) {
        return of("/ledger", LEDGER, given);
    }

    static Narrowing ofAccessLog(MultiValueMap<String, String> given) {
        return of("/access-log", ACCESS_LOG, given);
    }

    private static Narrowing of(String page, Map<String, Pattern> forms, MultiValueMap<String, String> given) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> faults = new LinkedHashSet<>();
        forms.keySet().stream().sorted().forEach(name -> {
            String value = given.getOrDefault(name, Collections.emptyList()).stream()
                    .findFirst()
                    .map(String::strip)
                    .orElse("");
            if (forms.getOrDefault(name, Pattern.compile("")).matcher(value).matches()) {
                values.put(name, value);
            } else if (!value.isEmpty()) {
                faults.add(name);
            }
        });
        Stream.of(FROM, TO)
                .filter(day -> values.containsKey(day) && !isDay(values.get(day)))
                .toList()
                .forEach(none -> {
                    values.remove(none);
                    faults.add(none);
                });
        // Days as texts are in the order of time.
        if (values.containsKey(FROM) && values.getOrDefault(TO, LAST_OF_ALL).compareTo(values.get(FROM)) < 0) {
            faults.add(TO);
        }
        return new Narrowing(page, values, faults);
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException notInTheCalendar) {
            return false;
        }
    }

    /** What is wanted of a field; empty: anything. */
    public String of(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean isFaulty(String name) {
        return faults.contains(name);
    }

    public boolean isFaulty() {
        return !faults.isEmpty();
    }

    /** Whether the last day is before the first. */
    public boolean isReversed() {
        return faults.contains(TO) && values.containsKey(TO);
    }

    /** Whether this is a later page. */
    public boolean isLater() {
        return values.containsKey(CURSOR);
    }

    /** Whether anything but days is asked for. */
    public boolean isNarrowed() {
        return values.keySet().stream()
                .anyMatch(name -> !Set.of(FROM, TO, CURSOR, OFFICERS).contains(name));
    }

    /** The same from its newest row, with another value in a field; an empty one: anything. */
    public Narrowing with(String name, String value) {
        Map<String, String> other = new LinkedHashMap<>(values);
        other.remove(CURSOR);
        other.remove(name);
        if (!value.isEmpty()) {
            other.put(name, value);
        }
        return new Narrowing(page, other, faults);
    }

    /** Where this page is. */
    public String address() {
        return address("");
    }

    /** The file with the same rows. */
    public String file() {
        return with(CURSOR, "").address("/export.csv");
    }

    private String address(String more) {
        String query = values.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return page + more + (query.isEmpty() ? "" : "?" + query);
    }

    /** In the words of the query API; what officers read is left out unless it is asked for. */
    Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>(values);
        if (page.equals("/access-log")) {
            asked.putIfAbsent(OFFICERS, "hidden");
        }
        return asked;
    }
}
