package se.samordna.workplace.page;

import java.util.List;
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

        /** How fresh an answer is. */
        public FreshnessRow of(Freshness fresh) {
            List<SourceRow> sources = fresh.sources().stream()
                    .map(one -> new SourceRow(
                            texts.orCode("agency.", one.agency()),
                            one.lastEventAt()
                                    .map(at -> texts.of("fresh.last", moments.at(at)))
                                    .orElseGet(() -> texts.of("fresh.never")),
                            one.silent()))
                    .toList();
            String asOf = fresh.asOf()
                    .map(at -> texts.of("fresh.asof", moments.at(at)))
                    .orElse("");
            return new FreshnessRow(asOf, fresh.standby(), fresh.anySilent(), sources);
        }
    }
}
