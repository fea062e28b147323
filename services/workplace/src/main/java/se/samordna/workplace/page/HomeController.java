package se.samordna.workplace.page;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        String plain = wanted.toLowerCase(Language.SWEDISH);
        return Kommunkod.all().stream()
                .filter(one -> one.code().equals(plain)
                        || one.name().toLowerCase(Language.SWEDISH).contains(plain))
                .toList();
    }
}
