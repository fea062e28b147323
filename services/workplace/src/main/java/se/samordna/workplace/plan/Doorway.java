package se.samordna.workplace.plan;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.ModelAndView;

/** Someone at a door. */
record Doorway(Door door) {
    /** Seconds: figures change with the clock's ticks, and a page that many look at need not be made for each. */
    private static final String BRIEFLY = "public, max-age=300";

    static Doorway of(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean open = path.equals("/public") || path.startsWith("/public/");
        Door signedIn = path.startsWith("/exact/") ? Door.EXACT : Door.SIGNED_IN;
        return new Doorway(open ? Door.PUBLIC : signedIn);
    }

    /** The page, framed as the door has it; one for anyone may be kept briefly if nothing went wrong. */
    ModelAndView page(HttpServletResponse response, Function<Door, ModelAndView> maker) {
        ModelAndView page = maker.apply(door).addObject("door", door);
        if (page.getStatus() == null) {
            keepBriefly(response);
        }
        return page;
    }

    /** What was made for one language is not another's, and what sets a cookie is nobody else's. */
    void keepBriefly(HttpServletResponse response) {
        if (door.isPublic() && !response.containsHeader(HttpHeaders.SET_COOKIE)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, BRIEFLY);
            response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
        }
    }
}
