package se.samordna.workplace.page;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import se.samordna.workplace.query.Freshness;

/** How fresh a page is, in words. */
public record FreshnessRow(String asOf, boolean standby, boolean anySilent, List<SourceRow> sources) {

    /**
     * A source in words.
     *
     * @param heard when it was last heard of
     */
    public record SourceRow(String name, String heard, boolean silent) {}

    /** How many sources are silent. */
    public long silent() {
        return sources.stream().filter(SourceRow::silent).count();
    }

    /** Makes them. */
    @Component
    public static final class Maker {
        private final Texts texts;
        private final Moments moments;

        Maker(Texts texts, Moments moments) {
            this.texts = texts;
            this.moments = moments;
        }

        /** How fresh an answer is, each source to the minute. */
        public FreshnessRow of(Freshness fresh) {
            return of(fresh, at -> texts.of("fresh.last", moments.at(at)));
        }

        /** How fresh published figures are: they tell of a source only the week in which it was last heard. */
        public FreshnessRow byWeek(Freshness fresh) {
            return of(fresh, at -> texts.of("fresh.week", moments.week(at), moments.weekYear(at)));
        }

        private FreshnessRow of(Freshness fresh, Function<Instant, String> heard) {
            List<SourceRow> sources = fresh.sources().stream()
                    .map(one -> new SourceRow(
                            texts.orCode("agency.", one.agency()),
                            one.lastEventAt().map(heard).orElseGet(() -> texts.of("fresh.never")),
                            one.silent()))
                    .toList();
            String asOf = fresh.asOf()
                    .map(at -> texts.of("fresh.asof", moments.at(at)))
                    .orElse("");
            return new FreshnessRow(asOf, fresh.standby(), fresh.anySilent(), sources);
        }
    }
}
