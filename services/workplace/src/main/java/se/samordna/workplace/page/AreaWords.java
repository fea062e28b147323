package se.samordna.workplace.page;

import org.springframework.stereotype.Component;
import se.samordna.access.Area;
import se.samordna.schemas.Kommunkod;

/** What an area is called: a municipality, a county, or the whole country. */
@Component
public final class AreaWords {
    private final Texts texts;

    AreaWords(Texts texts) {
        this.texts = texts;
    }

    /** Its name in the language of the request, such as Jämtlands län. */
    public String of(Area area) {
        return area.municipality()
                .map(Kommunkod::name)
                .or(() -> area.county().flatMap(code -> texts.known("county." + code)))
                .orElseGet(() -> texts.of("who.everywhere"));
    }
}
