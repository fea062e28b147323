package se.samordna.workplace.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import se.samordna.access.Caller;
import se.samordna.access.Role;
import se.samordna.workplace.page.FaultPages;
import se.samordna.workplace.page.Trouble;

/**
 * Holds every page against the {@link PageTable}, before anything is asked about a child: who may not open it is told the
 * same whether the child is there or not.
 */
@Component
final class PageGuard implements HandlerInterceptor {
    /** The roles whose page was asked for, as a set of {@link Role}, for the page that says so. */
    static final String FOR = PageGuard.class.getName() + ".for";

    private static final Logger LOG = LoggerFactory.getLogger(PageGuard.class);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        // What is no controller is a file of our own.
        if (!(handler instanceof HandlerMethod)) {
            return true;
        }
        Optional<PageTable.Row> row = PageTable.of(
                ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication());
        if (row.filter(PageTable.Row::open).isPresent()) {
            return true;
        }
        Optional<Caller> caller = SignedIn.caller();
        Set<Role> roles = row.map(PageTable.Row::roles).orElse(Set.of());
        if (caller.isPresent() && roles.contains(caller.get().role())) {
            return true;
        }
        LOG.atWarn()
                .addKeyValue("page", request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                .addKeyValue("role", caller.map(one -> one.role().word()).orElse("none"))
                .log(row.isEmpty() ? "a page without a row was asked for" : "a page of another role was asked for");
        request.setAttribute(FOR, roles);
        request.setAttribute(FaultPages.TROUBLE, row.isEmpty() ? Trouble.NO_PAGE : Trouble.OTHER_ROLE);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
        return false;
    }
}
