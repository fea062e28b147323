package se.samordna.workplace.page;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The messages, in the language of the request that is being answered. */
@Component
public final class Texts {
    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    /** The language of this request. */
    public Locale language() {
        return LocaleContextHolder.getLocale();
    }

    /** A text that must be there. */
    public String of(String key, Object... with) {
        return messages.getMessage(key, with, language());
    }

    /** A text for a code from outside, if we know it. */
    public Optional<String> known(String key) {
        String text = messages.getMessage(key, null, "", language());
        return Optional.ofNullable(text).filter(one -> !one.isEmpty());
    }

    /** The text for a code from outside, or the code itself: what is new upstream is shown, not hidden. */
    public String orCode(String prefix, String code) {
        return known(prefix + code).orElse(code);
    }
}
