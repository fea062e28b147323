package se.samordna.workplace.plan;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samordna.workplace.page.Texts;
import se.samordna.workplace.query.Answer;
import se.samordna.workplace.query.DefinitionList;
import se.samordna.workplace.query.Queries;

/** Asks what indicators are called. A page says less where that cannot be had, but it is a page. */
@Component
final class Naming {
    private final Queries queries;
    private final Texts texts;

    Naming(Queries queries, Texts texts) {
        this.queries = queries;
        this.texts = texts;
    }

    Names of(Door door, Optional<String> municipality, Kept kept) {
        DefinitionList definitions = queries.definitions() instanceof Answer.Found<DefinitionList>(DefinitionList found)
                ? found
                : new DefinitionList(List.of());
        return new Names(texts, definitions, door, municipality, kept);
    }
}
