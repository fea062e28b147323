package se.samordna.workplace.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import se.samordna.access.Caller;
import se.samordna.access.Role;
import se.samordna.workplace.WorkplaceApp;
import se.samordna.workplace.page.AreaWords;
import se.samordna.workplace.page.Texts;

/**
 * What every page's frame says of who is signed in: {@code who}, a {@link Caller}, where they work, and the ways they may
 * go. Nobody: none of these.
 */
@ControllerAdvice(basePackageClasses = WorkplaceApp.class)
final class Who {
    private final Texts texts;
    private final AreaWords areas;
    private final FirstPage firstPage;

    Who(Texts texts, AreaWords areas, FirstPage firstPage) {
        this.texts = texts;
        this.areas = areas;
        this.firstPage = firstPage;
    }

    /** A way in the frame: where it leads, and its name's key after {@code nav.}. */
    public record Way(String path, String here) {}

    private static final List<Way> WAYS = List.of(
            new Way("/inbox", "inbox"),
            new Way("/search", "search"),
            new Way("/ledger", "ledger"),
            new Way("/access-log", "access-log"),
            new Way("/operator", "operator"),
            new Way("/", "home"),
            new Way("/rules", "rules"),
            new Way("/indicators", "indicators"));

    @ModelAttribute
    void frame(HttpServletRequest request, Model model) {
        if (request.getRequestURI().startsWith("/api/")) {
            return;
        }
        SignedIn.caller().ifPresent(caller -> {
            model.addAttribute("who", caller);
            model.addAttribute("whoWhere", areas.of(caller.area()));
            model.addAttribute("ways", ways(caller.role()));
        });
        if (request.getAttribute(PageGuard.FOR) instanceof Set<?> roles) {
            model.addAttribute(
                    "forRoles",
                    Stream.of(Role.values())
                            .filter(roles::contains)
                            .map(role -> texts.of("role." + role.word()))
                            .toList());
        }
    }

    private List<Way> ways(Role role) {
        return WAYS.stream()
                .filter(way -> PageTable.opens(role, way.path()) && firstPage.isThere(way.path()))
                .toList();
    }
}
