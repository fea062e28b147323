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
 * One of Sweden's 290 municipalities. Source: SCB, Län och kommuner i kodnummerordning, checked in as kommuner.csv.
 *
 * @param code four digits, the first two of them the county's
 * @param name without "kommun", such as Östersund
 */
public record Kommunkod(String code, String name) {

    private static final Map<String, Kommunkod> BY_CODE = read();

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

    /** The county (län): the first two digits. */
    public String county() {
        return code.substring(0, 2);
    }

    private static Map<String, Kommunkod> read() {
        Map<String, Kommunkod> byCode = new LinkedHashMap<>();
        try (var file = Objects.requireNonNull(Kommunkod.class.getResourceAsStream("kommuner.csv"));
                var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int comma = line.indexOf(',');
                String code = line.substring(0, comma);
                byCode.put(code, new Kommunkod(code, line.substring(comma + 1)));
            });
        } catch (IOException e) {
            throw new UncheckedIOException("kommuner.csv in our own jar", e);
        }
        return byCode;
    }
}
