package se.samordna.workplace.plan;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.workplace.page.FreshnessRow;
import se.samordna.workplace.page.Moments;
import se.samordna.workplace.query.Freshness;
import se.samordna.workplace.query.PlanAnswer;

/** Says of which time a plan is shown, where that is not now. */
@Component
final class PlanTime {
    private final FigureWords words;
    private final FreshnessRow.Maker freshness;
    private final Moments moments;

    PlanTime(FigureWords words, FreshnessRow.Maker freshness, Moments moments) {
        this.words = words;
        this.freshness = freshness;
        this.moments = moments;
    }

    /** The period asked for, in words, if it is over; else empty. */
    String past(String asked, Freshness fresh) {
        return when(asked, fresh, (period, today) -> period.lastDay().isBefore(today));
    }

    /** The same if it has not begun. */
    String ahead(String asked, Freshness fresh) {
        return when(asked, fresh, (period, today) -> period.first().atDay(1).isAfter(today));
    }

    private String when(String asked, Freshness fresh, BiPredicate<Period, LocalDate> lies) {
        return Period.of(asked)
                .filter(period -> fresh.asOf()
                        .filter(at -> lies.test(period, at.atZone(Moments.ZONE).toLocalDate()))
                        .isPresent())
                .map(words::period)
                .orElse("");
    }

    /** Of a municipality whose plan did not hold yet: that it began later, and when. */
    Optional<ModelAndView> before(PlanPages.Asked asked, PlanAnswer plan) {
        return asked.period().isEmpty()
                ? Optional.empty()
                : plan.coming().stream()
                        .findFirst()
                        .map(next -> new ModelAndView("plan/before")
                                .addObject("fresh", freshness.of(plan.freshness()))
                                .addObject("then", words.period(asked.period()))
                                .addObject("planName", next.name())
                                .addObject("began", moments.day(next.validFrom()))
                                .addObject(
                                        "nowLink",
                                        asked.door().plan(asked.place().code())));
    }
}
