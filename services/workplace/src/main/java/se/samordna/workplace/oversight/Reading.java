package se.samordna.workplace.oversight;

import java.util.function.Function;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.workplace.page.Trouble;
import se.samordna.workplace.query.Answer;

/** The page for what reading the log came to. Where it cannot be read that says nothing of what is in it. */
final class Reading {

    private Reading() {}

    static <T> ModelAndView or(Answer<T> answer, Function<T, ModelAndView> whenFound) {
        return answer instanceof Answer.NotReady<T>(int retryAfter)
                ? Trouble.LOG_AWAY.page(retryAfter)
                : Trouble.or(answer, Trouble.FAILED, whenFound);
    }
}
