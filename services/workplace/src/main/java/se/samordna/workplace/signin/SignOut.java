package se.samordna.workplace.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/**
 * Signs out here, and by the browser at the provider (OpenID Connect RP-Initiated Logout 1.0), which leads back to a page
 * that says so. The way there is a page of its own: a browser that may send forms to us alone would not follow a form's
 * redirect to the provider.
 */
@Controller
final class SignOut implements LogoutSuccessHandler {
    /** Posted to by the button. */
    static final String ACTION = "/sign-out";

    static final String PAGE = "/signing-out";
    private static final String NEXT = "samordna.next";

    private final OidcClientInitiatedLogoutSuccessHandler provider;

    SignOut(Issuer issuer, SignInSettings settings) {
        provider = new OidcClientInitiatedLogoutSuccessHandler(issuer);
        provider.setPostLogoutRedirectUri(
                settings.address()
                                .map(address -> address.resolve("/").toString())
                                .orElse("{baseUrl}/") + "signed-out");
        provider.setDefaultTargetUrl("/signed-out");
        provider.setRedirectStrategy(SignOut::leadOn);
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication whoWas)
            throws IOException, ServletException {
        provider.onLogoutSuccess(request, response, whoWas);
    }

    private static void leadOn(HttpServletRequest request, HttpServletResponse response, String next)
            throws IOException {
        request.setAttribute(NEXT, next);
        try {
            request.getRequestDispatcher(PAGE).forward(request, response);
        } catch (ServletException e) {
            throw new IOException("the page of signing out could not be made", e);
        }
    }

    @PostMapping(PAGE)
    ModelAndView signingOut(
            @RequestAttribute(name = NEXT, required = false) @Nullable String next, HttpServletResponse response) {
        if (next == null) {
            return new ModelAndView("redirect:/");
        }
        response.setHeader("Refresh", "0; url=" + next);
        return new ModelAndView("signed-out").addObject("next", next);
    }

    @GetMapping("/signed-out")
    ModelAndView signedOut() {
        return new ModelAndView("signed-out");
    }
}
