package se.samordna.workplace.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.access.UnreadRequests;

/** Where a request ends that no page answered: a page for people, a problem for programs. Never a word of the cause. */
@Controller
public final class FaultPages implements ErrorController {

    /** Of a request: the {@link Trouble} it ended in, where whoever stopped it knows better than its status says. */
    public static final String TROUBLE = FaultPages.class.getName() + ".trouble";

    @RequestMapping("/error")
    @Nullable
    ModelAndView fault(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatusCode status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatusCode.valueOf(code)
                : HttpStatus.NOT_FOUND;
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (asked != null && asked.toString().startsWith("/api/")) {
            UnreadRequests.answer(status.value(), response);
            return null;
        }
        ModelAndView page =
                (request.getAttribute(TROUBLE) instanceof Trouble known ? known : Trouble.of(status)).page();
        page.setStatus(status);
        // Whoever came in by the door that is open to anyone is not sent to sign in.
        page.addObject(
                "open",
                asked != null
                        && (asked.toString().equals("/public")
                                || asked.toString().startsWith("/public/")));
        return page;
    }
}
