package se.samordna.workplace;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;

/** Against fakes that answer on Skåne's plans and figures as the indicators would. */
abstract class AgainstSkane extends AgainstFakes {
    static final String PLAN = "/municipalities/1265/plan";
    static final String AREAS = Skane.API + "municipalities/1265/areas";

    @BeforeEach
    void skane() {
        Skane.in(BEHIND);
    }

    /** The row of a goal that begins with these words, its spaces plain. */
    static String row(Document page, String goal) {
        return page.select("tbody tr").eachText().stream()
                .filter(row -> row.startsWith(goal))
                .findFirst()
                .orElseThrow()
                .replace('\u00a0', ' ');
    }
}
