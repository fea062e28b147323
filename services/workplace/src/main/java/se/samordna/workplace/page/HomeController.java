package se.samordna.workplace.page;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samordna.schemas.Kommunkod;

/** Where one begins: choose a municipality. */
@Controller
final class HomeController {
    /** The county of the demonstration data. */
    private static final String DEMO_COUNTY = "23";

    @GetMapping("/")
    String home(@RequestParam(name = "q", defaultValue = "") String wanted, Model model) {
        Map<String, List<Kommunkod>> counties = Kommunkod.all().stream()
                .collect(Collectors.groupingBy(Kommunkod::county, TreeMap::new, Collectors.toList()));
        model.addAttribute("here", "home");
        model.addAttribute("plans", PlannedMunicipalities.all());
        model.addAttribute("demo", counties.getOrDefault(DEMO_COUNTY, List.of()));
        model.addAttribute("counties", counties);
        model.addAttribute("wanted", wanted);
        if (!wanted.isBlank()) {
            model.addAttribute("found", found(wanted.strip()));
        }
        return "home";
    }

    private static List<Kommunkod> found(String wanted) {
        List<Kommunkod> asTyped = found(wanted, name -> name.toLowerCase(Language.SWEDISH));
        return asTyped.isEmpty() ? found(wanted, HomeController::folded) : asTyped;
    }

    private static List<Kommunkod> found(String wanted, UnaryOperator<String> form) {
        String plain = form.apply(wanted);
        return Kommunkod.all().stream()
                .filter(one ->
                        one.code().equals(plain) || form.apply(one.name()).contains(plain))
                .toList();
    }

    /** Without the marks that not every keyboard has: å and ä as a, ö as o. */
    private static String folded(String name) {
        return Normalizer.normalize(name.toLowerCase(Language.SWEDISH), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
