package se.samordna.workplace.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.workplace.query.Queries;
import se.samordna.workplace.query.RuleList;

/** Why an alert comes: every rule in force with its law, its numbers and who is told. Of no child and no municipality. */
@Controller
final class RulesController {
    private final Queries queries;
    private final Texts texts;

    RulesController(Queries queries, Texts texts) {
        this.queries = queries;
        this.texts = texts;
    }

    /** A rule in words. */
    record RuleRow(
            String id,
            String name,
            String explanation,
            String basis,
            String version,
            String settingsVersion,
            List<String> told,
            List<NumberRow> numbers,
            boolean seesAbsence,
            Optional<String> notUseful,
            boolean often,
            Optional<String> precision) {}

    /** A number in words: "14", "days within which to …". */
    record NumberRow(String value, String meaning) {}

    @GetMapping("/rules")
    ModelAndView rules() {
        return Trouble.or(queries.rules(), Trouble.FAILED, list -> {
                    ModelAndView view = new ModelAndView("rules");
                    view.addObject("rules", list.rules().stream().map(this::row).toList());
                    view.addObject("absence", numbers(list.absence()));
                    view.addObject("absenceVersion", list.absenceVersion());
                    return view;
                })
                .addObject("here", "rules");
    }

    private RuleRow row(RuleList.Rule rule) {
        return new RuleRow(
                rule.id(),
                texts.known("rule." + rule.id()).orElse(rule.id()),
                rule.explanation().in(texts.language()),
                rule.basis(),
                rule.version(),
                rule.settingsVersion(),
                rule.tells().stream().map(this::told).toList(),
                numbers(rule.numbers()),
                rule.seesAbsence(),
                rule.notUseful().map(said -> texts.of("rules.notUseful", said.notUseful(), said.closed())),
                rule.notUseful().filter(RuleList.NotUseful::often).isPresent(),
                rule.notUseful().map(this::precision));
    }

    private String precision(RuleList.NotUseful said) {
        return texts.of(
                "rules.precision",
                said.closed(),
                percent(said.handled(), said),
                percent(said.notNeeded(), said),
                percent(said.notUseful(), said),
                percent(said.wrong(), said));
    }

    private static long percent(long of, RuleList.NotUseful said) {
        return said.closed() == 0 ? 0 : Math.round(100.0 * of / said.closed());
    }

    private String told(RuleList.Recipient to) {
        String what = to.notice()
                .map(code -> texts.of(to.consent() ? "rules.told.consent" : "rules.told.notice", notice(code)))
                .orElseGet(() -> texts.of("rules.told.full"));
        return texts.of(
                "rules.told", texts.orCode("agency.", to.agency()), what, texts.orCode("rules.ground.", to.ground()));
    }

    /** What it says; of one that says one of several things, each of them. */
    private String notice(String codes) {
        return Stream.of(codes.split(" / ", -1))
                .map(code -> texts.orCode("notice.", code))
                .collect(Collectors.joining("” / ”"));
    }

    private List<NumberRow> numbers(List<RuleList.Number> numbers) {
        return numbers.stream()
                .map(number -> new NumberRow(number.value(), number.meaning().in(texts.language())))
                .toList();
    }
}
