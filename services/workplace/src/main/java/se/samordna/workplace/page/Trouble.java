package se.samordna.workplace.page;

import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.workplace.query.Answer;

/** A page that says what happened and shows a way on. */
public enum Trouble {
    AWAY("away", HttpStatus.SERVICE_UNAVAILABLE, true),
    NOT_READY("not-ready", HttpStatus.SERVICE_UNAVAILABLE, true),
    LOG_AWAY("log-away", HttpStatus.SERVICE_UNAVAILABLE, true),
    UNKNOWN_CHILD("unknown-child", HttpStatus.NOT_FOUND, false),
    UNKNOWN_ALERT("unknown-alert", HttpStatus.NOT_FOUND, false),
    NOT_ALLOWED("not-allowed", HttpStatus.FORBIDDEN, false),
    /** Of a page that is not for one's role at all, whatever it is of. */
    OTHER_ROLE("other-role", HttpStatus.FORBIDDEN, false),
    EXACT_ELSEWHERE("exact-elsewhere", HttpStatus.FORBIDDEN, false),
    BAD_MUNICIPALITY("bad-municipality", HttpStatus.NOT_FOUND, false),
    NOT_SIGNED_IN("not-signed-in", HttpStatus.UNAUTHORIZED, false),
    NO_PAGE("no-page", HttpStatus.NOT_FOUND, false),
    BAD_REQUEST("bad-request", HttpStatus.BAD_REQUEST, false),
    NO_LOG("no-log", HttpStatus.SERVICE_UNAVAILABLE, true),
    FAILED("failed", HttpStatus.INTERNAL_SERVER_ERROR, true);

    private static final int AWAY_FOR = 10;

    private final String key;
    private final HttpStatus status;
    private final boolean again;

    Trouble(String key, HttpStatus status, boolean again) {
        this.key = key;
        this.status = status;
        this.again = again;
    }

    /** The page. */
    public ModelAndView page() {
        return page(AWAY_FOR);
    }

    /** @param retryAfter seconds, told where trying again may help */
    public ModelAndView page(int retryAfter) {
        ModelAndView page = new ModelAndView("trouble", status);
        page.addObject("trouble", key);
        page.addObject("again", again);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            page.addObject("retryAfter", retryAfter);
        }
        return page;
    }

    /**
     * The page for what an answer came to.
     *
     * @param absent what 404 means here
     */
    public static <T> ModelAndView or(Answer<T> answer, Trouble absent, Function<T, ModelAndView> whenFound) {
        return or(answer, absent, NOT_ALLOWED, whenFound);
    }

    /** @param refused what 401 and 403 mean here */
    public static <T> ModelAndView or(
            Answer<T> answer, Trouble absent, Trouble refused, Function<T, ModelAndView> whenFound) {
        return switch (answer) {
            case Answer.Found<T> found -> whenFound.apply(found.value());
            case Answer.Absent<T> ignored -> absent.page();
            case Answer.Refused<T> ignored -> refused.page();
            case Answer.NotReady<T> later -> NOT_READY.page(later.retryAfter());
            case Answer.Away<T> ignored -> AWAY.page();
            case Answer.Failed<T> ignored -> FAILED.page();
        };
    }

    /** The page for a status that nobody has said more about. */
    static Trouble of(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> NO_PAGE;
            case 401 -> NOT_SIGNED_IN;
            case 403 -> NOT_ALLOWED;
            case 503 -> AWAY;
            default -> status.is4xxClientError() ? BAD_REQUEST : FAILED;
        };
    }
}
