package se.samordna.workplace.page;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import se.samordna.workplace.query.Freshness;

/**
 * How fresh a page is, in words.
 *
 * @param silent how many sources are
 */
public record FreshnessRow(String asOf, boolean standby, long silent, List<SourceRow> sources) {

    /**
     * A source in words.
     *
     * @param heard when it was last heard of
     */
    public record SourceRow(String name, String heard, boolean silent) {}

    /** Whether any source is silent. */
    public boolean anySilent() {
        return silent > 0;
    }

    /** Makes them. */
    @Component
    public static final class Maker {
        private final Texts texts;
        private final Moments moments;
        private final AreaSources several;

        Maker(Texts texts, Moments moments, AreaSources several) {
            this.texts = texts;
            this.moments = moments;
            this.several = several;
        }

        /** How fresh an answer is, each source to the minute or, where that is all it tells, to the day. */
        public FreshnessRow of(Freshness fresh) {
            return of(fresh, at -> texts.of("fresh.last", moments.heard(at)));
        }

        /** How fresh published figures are: they tell of a source only the week in which it was last heard. */
        public FreshnessRow byWeek(Freshness fresh) {
            return of(fresh, at -> texts.of("fresh.week", moments.week(at), moments.weekYear(at)));
        }

        private FreshnessRow of(Freshness fresh, Function<Instant, String> heard) {
            List<SourceRow> sources = fresh.ofSeveral()
                    ? several.rows(fresh.sources())
                    : fresh.sources().stream()
                            .map(one -> new SourceRow(
                                    texts.orCode("agency.", one.agency()),
                                    one.lastEventAt().map(heard).orElseGet(() -> texts.of("fresh.never")),
                                    one.silent()))
                            .toList();
            String asOf = fresh.asOf()
                    .map(at -> texts.of("fresh.asof", moments.at(at)))
                    .orElse("");
            long silent =
                    fresh.sources().stream().filter(Freshness.Source::silent).count();
            return new FreshnessRow(asOf, fresh.standby(), silent, sources);
        }
    }
}
