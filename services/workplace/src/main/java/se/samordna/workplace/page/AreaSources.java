package se.samordna.workplace.page;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samordna.schemas.Kommunkod;
import se.samordna.workplace.page.FreshnessRow.SourceRow;
import se.samordna.workplace.query.Freshness.Source;

/**
 * The sources of several municipalities in words, a row to an agency: where it is silent, and since when. Municipalities from
 * which nobody has ever been heard, as those that have not joined, are told once and not agency by agency.
 */
@Component
final class AreaSources {
    private final Texts texts;
    private final Moments moments;

    AreaSources(Texts texts, Moments moments) {
        this.texts = texts;
        this.moments = moments;
    }

    List<SourceRow> rows(List<Source> sources) {
        Set<String> heard = sources.stream()
                .filter(one -> one.lastEventAt().isPresent())
                .map(Source::municipality)
                .collect(Collectors.toSet());
        List<Source> unheard = sources.stream()
                .filter(one -> !heard.contains(one.municipality()))
                .toList();
        Map<String, List<Source>> byAgency = sources.stream()
                .filter(one -> heard.contains(one.municipality()))
                .collect(Collectors.groupingBy(Source::agency, LinkedHashMap::new, Collectors.toList()));
        Stream<SourceRow> nobody = unheard.isEmpty()
                ? Stream.empty()
                : Stream.of(new SourceRow(names(unheard), texts.of("fresh.never.any"), true));
        return Stream.concat(nobody, byAgency.entrySet().stream().map(one -> row(one.getKey(), one.getValue())))
                .toList();
    }

    private SourceRow row(String agency, List<Source> all) {
        List<Source> silent = all.stream().filter(Source::silent).toList();
        List<Source> never =
                silent.stream().filter(one -> one.lastEventAt().isEmpty()).toList();
        String told = Stream.concat(
                        silent.stream()
                                .flatMap(one -> one.lastEventAt().stream()
                                        .map(at -> texts.of("fresh.last.from", moments.heard(at), name(one)))),
                        never.isEmpty() ? Stream.empty() : Stream.of(never(never)))
                .collect(Collectors.joining("; "));
        return new SourceRow(texts.orCode("agency.", agency), silent.isEmpty() ? least(all) : told, !silent.isEmpty());
    }

    /** Since when all of them have been heard. */
    private String least(List<Source> all) {
        Optional<Instant> first =
                all.stream().flatMap(one -> one.lastEventAt().stream()).min(Instant::compareTo);
        return first.map(at -> texts.of("fresh.last.each", moments.heard(at))).orElseGet(() -> texts.of("fresh.never"));
    }

    private String never(List<Source> sources) {
        return texts.of("fresh.never.from", names(sources));
    }

    private static String names(List<Source> sources) {
        return sources.stream().map(AreaSources::name).distinct().collect(Collectors.joining(", "));
    }

    private static String name(Source source) {
        return Kommunkod.of(source.municipality()).map(Kommunkod::name).orElse(source.municipality());
    }
}
