package se.samordna.workplace.oversight;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.schemas.Kommunkod;
import se.samordna.workplace.page.Moments;
import se.samordna.workplace.page.Texts;
import se.samordna.workplace.query.Operation;
import se.samordna.workplace.query.OversightQueries;

/** How the platform stands: what is accounted for, which sources are silent, what lies dead, how far behind the apps are. */
@Controller
final class OperatorController {
    private final OversightQueries queries;
    private final Texts texts;
    private final Moments moments;

    OperatorController(OversightQueries queries, Texts texts, Moments moments) {
        this.queries = queries;
        this.texts = texts;
        this.moments = moments;
    }

    /** An agency's events. */
    record BalanceRow(String agency, long accounted, List<String> days, long waiting, long dead) {}

    /** A silent feed. */
    record SilentRow(String municipality, String agency, String heard) {}

    /** Dead letters of a topic for a reason; without a command if their own bytes are at fault. */
    record DeadRow(String topic, String reason, String code, long letters, long open, String newest, String command) {}

    /** One dead letter. */
    record LetterRow(String place, String from, String reason, String at, long bytes, boolean replayed) {}

    /** An application. */
    record AppRow(
            String name, String state, boolean well, long members, long behind, String waiting, List<LateRow> late) {}

    /** A partition that is behind. */
    record LateRow(String topic, long partition, long behind, String waiting) {}

    @GetMapping("/operator")
    ModelAndView operator() {
        return Reading.or(queries.operation(), this::view).addObject("here", "operator");
    }

    private ModelAndView view(Operation operation) {
        ModelAndView view = new ModelAndView("oversight/operator");
        Optional<Instant> asOf = operation.asOf().filter(at -> at.isAfter(Instant.EPOCH));
        view.addObject("clock", asOf.map(moments::at).orElse(""));
        view.addObject("at", operation.at().map(moments::at).orElse(""));
        view.addObject("state", texts.orCode("operator.state.", operation.state()));
        view.addObject("well", operation.state().equals("RUNNING") && operation.read());
        view.addObject("apps", operation.apps().stream().map(this::app).toList());
        view.addObject("counted", operation.counted());
        view.addObject(
                "balance", operation.balance().stream().map(this::balance).toList());
        view.addObject("silentAfter", days(operation.silent().after()));
        view.addObject(
                "silent",
                operation.silent().sources().stream().map(this::silent).toList());
        view.addObject("feeds", operation.silent().feeds());
        view.addObject("never", operation.silent().never());
        view.addObject("dead", operation.dead());
        view.addObject(
                "reasons", operation.dead().reasons().stream().map(this::dead).toList());
        view.addObject(
                "letters", operation.dead().newest().stream().map(this::letter).toList());
        return view;
    }

    private AppRow app(Operation.App app) {
        return new AppRow(
                texts.orCode("operator.app.", app.app()),
                texts.orCode("operator.group.", app.state()),
                app.state().equals("STABLE"),
                app.members(),
                app.behind(),
                at(app.waiting()),
                app.late().stream()
                        .map(late -> new LateRow(late.topic(), late.partition(), late.behind(), at(late.waiting())))
                        .toList());
    }

    private BalanceRow balance(Operation.Balance balance) {
        return new BalanceRow(
                texts.orCode("agency.", balance.agency()),
                balance.accounted(),
                balance.days().stream()
                        .map(day -> texts.of("operator.balance.day", moments.day(day.day()), day.accounted()))
                        .toList(),
                balance.waiting(),
                balance.dead());
    }

    private SilentRow silent(Operation.Source source) {
        return new SilentRow(
                Kommunkod.of(source.municipality()).map(Kommunkod::name).orElse(source.municipality()),
                texts.orCode("agency.", source.agency()),
                at(source.lastEventAt()));
    }

    private DeadRow dead(Operation.Reason reason) {
        long open = reason.letters() - reason.replayed();
        return new DeadRow(
                reason.topic(),
                texts.orCode("dead.", reason.reason()),
                reason.reason(),
                reason.letters(),
                open,
                at(reason.newest()),
                open > 0 && MENDABLE.contains(reason.reason())
                        ? "infra/samordna dlq replay --topic " + reason.topic() + " --reason " + reason.reason()
                        : "");
    }

    /** Reasons whose records may be taken after an upgrade or a repair (ADR 0022). */
    private static final List<String> MENDABLE = List.of(
            "unknown-type",
            "unknown-symbol",
            "unknown-schema",
            "incompatible-schema",
            "child-too-large",
            "internal-error");

    private LetterRow letter(Operation.Letter letter) {
        return new LetterRow(
                letter.place(),
                letter.from(),
                texts.orCode("dead.", letter.reason()),
                at(letter.at()),
                letter.bytes(),
                letter.replayed());
    }

    private String at(Optional<Instant> at) {
        return at.map(moments::at).orElse("");
    }

    private static long days(String duration) {
        try {
            return Duration.parse(duration).toDays();
        } catch (DateTimeParseException notOne) {
            return 0;
        }
    }
}
