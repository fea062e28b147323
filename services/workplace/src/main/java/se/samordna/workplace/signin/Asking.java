package se.samordna.workplace.signin;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import se.samordna.access.Caller;
import se.samordna.events.Agency;
import se.samordna.workplace.query.Credentials;

/** The questions of a page are asked with the token of whoever looks at it. */
@Component
final class Asking implements Credentials {

    @Override
    public Optional<String> token() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .map(request -> request.getAttribute(FreshToken.TOKEN, RequestAttributes.SCOPE_REQUEST))
                .map(Object::toString);
    }

    @Override
    public Optional<String> as() {
        return SignedIn.caller()
                .flatMap(Caller::agency)
                .filter(agency -> agency != Agency.SOCIAL_SERVICES)
                .map(agency -> agency.name().toLowerCase(Locale.ROOT));
    }
}
