package se.samordna.workplace.page;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.schemas.Kommunkod;
import se.samordna.workplace.identity.Revealed;

/** Puts what came of asking who a child is onto the page it was asked from. */
@Component
public final class IdentityView {

    private final Texts texts;
    private final Moments moments;

    IdentityView(Texts texts, Moments moments) {
        this.texts = texts;
        this.moments = moments;
    }

    /**
     * Who it is, as the page has it.
     *
     * @param source which authority told it, and when
     */
    public record Row(String name, String number, String source, boolean isProtected) {

        @Override
        public String toString() {
            return "identity of someone";
        }
    }

    /** The page with it, or the page that says that nothing could be logged. */
    public ModelAndView onto(ModelAndView page, Revealed revealed) {
        return switch (revealed) {
            case Revealed.Shown shown -> page.addObject("identity", row(shown));
            case Revealed.Protected _ -> page.addObject("identityNote", "identity.protected.not");
            case Revealed.Nothing _ -> page.addObject("identityNote", "identity.nothing");
            case Revealed.NoLog _ -> Trouble.NO_LOG.page();
        };
    }

    /** The page with its form marked: no purpose was chosen. */
    public ModelAndView withoutPurpose(ModelAndView page) {
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page.addObject("identityFault", true);
    }

    private Row row(Revealed.Shown shown) {
        String place = Kommunkod.of(shown.municipality()).map(Kommunkod::name).orElse(shown.municipality());
        return new Row(
                shown.identity().given() + " " + shown.identity().family(),
                shown.identity().number(),
                texts.of(
                        "identity.source",
                        texts.orCode("agency.", shown.agency().name()),
                        place,
                        moments.day(shown.at())),
                shown.isProtected());
    }
}
