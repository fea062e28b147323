package se.samordna.workplace.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What becomes of a form that was filled in while its sign-in ended: it is shown again with all that was typed, to the
 * browser that sent it and stored nowhere, to be sent once more by hand. So it is with one that another site made a
 * browser send: nothing is done until a person has seen it and agreed.
 */
@Controller
final class KeptForm implements AccessDeniedHandler {
    static final String PAGE = "/kept-form";

    private static final String ASKED = KeptForm.class.getName() + ".asked";
    private static final Pattern CODE = Pattern.compile("[A-Za-z_]{1,40}");
    private static final int MOST_FIELDS = 200;
    private static final int LONGEST = 20_000;

    // What our own pages put into a form beside what its reader chose: for sending alone, it means nothing to them.
    private static final Set<String> BESIDE = Set.of("form", "municipality", "alert", "event", "back", "asOf");

    /** A field as it was typed. */
    record Typed(String name, String value) {
        /** Whether nobody typed or chose it. */
        public boolean beside() {
            return BESIDE.contains(name);
        }

        /** The key of the words that were chosen, where it is a code of ours and not what somebody typed. */
        public String said() {
            return "kept.said." + name + "." + (CODE.matcher(value).matches() ? value : "");
        }

        /** Whether it has several lines. */
        public boolean lines() {
            return value.contains("\n");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        if (response.isCommitted()) {
            return;
        }
        if (!request.getMethod().equals("POST")) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        show(request, response);
    }

    /** Answers a form with the page that keeps it. */
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        request.setAttribute(ASKED, request.getRequestURI());
        request.getRequestDispatcher(PAGE).forward(request, response);
    }

    @PostMapping(PAGE)
    ModelAndView again(HttpServletRequest request) {
        if (!(request.getAttribute(ASKED) instanceof String asked)) {
            return new ModelAndView("redirect:/");
        }
        boolean signedIn = SignedIn.caller().isPresent();
        List<Typed> typed = request.getParameterMap().entrySet().stream()
                .filter(field -> !field.getKey().startsWith("_"))
                .flatMap(field -> Arrays.stream(field.getValue()).map(value -> new Typed(field.getKey(), value)))
                .filter(field -> field.value().length() <= LONGEST)
                .limit(MOST_FIELDS)
                .toList();
        ModelAndView page = new ModelAndView("kept-form");
        page.setStatus(signedIn ? HttpStatus.FORBIDDEN : HttpStatus.UNAUTHORIZED);
        return page.addObject("asked", asked).addObject("typed", typed).addObject("signedIn", signedIn);
    }
}
