package se.samordna.workplace.page;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.access.Caller;
import se.samordna.schemas.Kommunkod;
import se.samordna.workplace.identity.Purpose;
import se.samordna.workplace.identity.Revealed;
import se.samordna.workplace.identity.Reveals;

/** Puts what came of asking who a child is onto the page it was asked from. */
@Component
public final class IdentityView {

    private final Reveals reveals;
    private final Texts texts;
    private final Moments moments;

    IdentityView(Reveals reveals, Texts texts, Moments moments) {
        this.reveals = reveals;
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

    /**
     * A page with who its child is; with its form marked if no purpose was chosen; or the page that says that nothing can be
     * said or logged now.
     *
     * @param childId as the API names the child, never the form
     * @param purpose as the form has it
     * @param unknown of a child that is none to the caller
     */
    public ModelAndView asked(ModelAndView page, Caller caller, UUID childId, String purpose, Trouble unknown) {
        return Purpose.of(purpose)
                .map(chosen ->
                        Trouble.or(reveals.reveal(caller, childId, chosen), unknown, revealed -> onto(page, revealed)))
                .orElseGet(() -> withoutPurpose(page));
    }

    private ModelAndView onto(ModelAndView page, Revealed revealed) {
        return switch (revealed) {
            case Revealed.Shown shown -> page.addObject("identity", row(shown));
            case Revealed.Protected _ -> page.addObject("identityNote", "identity.protected.not");
            case Revealed.Nothing _ -> page.addObject("identityNote", "identity.nothing");
            case Revealed.NoLog _ -> Trouble.NO_LOG.page();
        };
    }

    private static ModelAndView withoutPurpose(ModelAndView page) {
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
