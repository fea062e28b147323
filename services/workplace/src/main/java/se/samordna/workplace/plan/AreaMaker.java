package se.samordna.workplace.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samordna.workplace.page.Texts;
import se.samordna.workplace.plan.AreaView.ActivityView;
import se.samordna.workplace.query.PlanAnswer;

/** Puts an area of a plan into words. */
@Component
final class AreaMaker {
    private final GoalMaker goals;
    private final Texts texts;

    AreaMaker(GoalMaker goals, Texts texts) {
        this.goals = goals;
        this.texts = texts;
    }

    /**
     * @param link to the area's own page
     * @param counted from when the municipality is counted
     * @param asked by which span figures are wanted; none: as each goal is followed up
     */
    AreaView of(
            PlanAnswer.Area area,
            String link,
            String municipality,
            Optional<LocalDate> validFrom,
            Extent counted,
            Names names,
            Optional<Span> asked) {
        List<GoalView> all = area.goals().stream()
                .map(goal -> goals.of(goal, area, validFrom, counted, names, asked))
                .toList();
        return new AreaView(
                area.id(),
                name(area),
                link,
                names.kept().on(names.door().goals(municipality, Optional.of(area.id()))),
                all,
                area.activities().stream()
                        .map(one -> activity(one, area, names))
                        .toList(),
                summary(all));
    }

    /** An area's name; its id where the plan has none in this language. */
    String name(PlanAnswer.Area area) {
        return inLanguage(area.name(), area.id());
    }

    private String summary(List<GoalView> goals) {
        long judged = goals.stream().filter(GoalView::judged).count();
        long reached = goals.stream().filter(GoalView::reached).count();
        long without = goals.stream()
                .filter(goal ->
                        goal.figure().map(figure -> figure.value().isEmpty()).orElse(true))
                .count();
        String figures =
                texts.of("plan.summary.figures", String.valueOf(goals.size() - without), String.valueOf(goals.size()));
        return judged == 0
                ? figures
                : figures + " " + texts.of("plan.summary.reached", String.valueOf(reached), String.valueOf(judged));
    }

    private ActivityView activity(PlanAnswer.Activity one, PlanAnswer.Area area, Names names) {
        String status = one.status().toUpperCase(Locale.ROOT);
        String tone = switch (status) {
            case "DONE" -> "good";
            case "ONGOING" -> "level-1";
            case "STOPPED" -> "level-2";
            default -> "";
        };
        String inPlan = area.goals().stream()
                .filter(goal -> goal.indicator().equals(one.evidence()))
                .map(PlanAnswer.Goal::text)
                .findFirst()
                .orElse("");
        return new ActivityView(
                inLanguage(one.name(), ""),
                texts.orCode("plan.status.", status),
                tone,
                texts.known("event." + one.evidence()).orElseGet(() -> names.of(one.evidence(), inPlan)));
    }

    private String inLanguage(Map<String, String> name, String otherwise) {
        String own = name.getOrDefault(texts.language().getLanguage(), "");
        return own.isEmpty() ? otherwise : own;
    }
}
