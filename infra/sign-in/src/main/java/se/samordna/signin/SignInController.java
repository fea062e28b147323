package se.samordna.signin;

import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page where one chooses whom to be. */
@Controller
final class SignInController {
    private final People people;

    SignInController(People people) {
        this.people = people;
    }

    /** A person in words. */
    record PersonRow(String id, String name, String does) {}

    @GetMapping(Provider.PAGE)
    ModelAndView choose(@RequestParam(required = false, defaultValue = "known") String unknown) {
        String language = LocaleContextHolder.getLocale().getLanguage();
        List<PersonRow> rows = people.all().stream()
                .map(one -> new PersonRow(one.id(), one.name(), one.does().getOrDefault(language, one.role())))
                .toList();
        return new ModelAndView("choose")
                .addObject("people", rows)
                .addObject("lang", language)
                .addObject("otherLanguage", language.equals("sv") ? "en" : "sv")
                .addObject("unknown", !unknown.equals("known"));
    }
}
