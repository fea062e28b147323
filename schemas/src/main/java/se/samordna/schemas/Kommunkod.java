package se.samordna.schemas;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One of Sweden's 290 municipalities. Source: SCB, Län och kommuner i kodnummerordning, checked in as kommuner.csv,
 * and the counties as lan.csv.
 *
 * @param code four digits, the first two of them the county's
 * @param name without "kommun", such as Östersund
 */
public record Kommunkod(String code, String name) {

    private static final Map<String, Kommunkod> BY_CODE = municipalities();
    private static final Map<String, String> COUNTIES = names("lan.csv");

    /** The municipality of that code, if there is one. */
    public static Optional<Kommunkod> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** All 290, by code. */
    public static List<Kommunkod> all() {
        return List.copyOf(BY_CODE.values());
    }

    /** Whether some municipality lies in the county of these two digits. */
    public static boolean isCounty(String county) {
        return BY_CODE.values().stream().anyMatch(kommun -> kommun.county().equals(county));
    }

    /** What the county of these two digits is called, such as Jämtlands län. */
    public static Optional<String> countyName(String county) {
        return Optional.ofNullable(COUNTIES.get(county));
    }

    /** The county (län): the first two digits. */
    public String county() {
        return code.substring(0, 2);
    }

    private static Map<String, Kommunkod> municipalities() {
        Map<String, Kommunkod> byCode = new LinkedHashMap<>();
        names("kommuner.csv").forEach((code, name) -> byCode.put(code, new Kommunkod(code, name)));
        return byCode;
    }

    private static Map<String, String> names(String table) {
        Map<String, String> byCode = new LinkedHashMap<>();
        try (var file = Objects.requireNonNull(Kommunkod.class.getResourceAsStream(table));
                var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int comma = line.indexOf(',');
                byCode.put(line.substring(0, comma), line.substring(comma + 1));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(table + " in our own jar", e);
        }
        return byCode;
    }
}
