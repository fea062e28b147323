package se.samordna.workplace.oversight;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.access.Role;
import se.samordna.events.Ground;
import se.samordna.schemas.Agencies;
import se.samordna.workplace.page.Moments;
import se.samordna.workplace.page.Texts;
import se.samordna.workplace.page.Trouble;
import se.samordna.workplace.query.Answer;
import se.samordna.workplace.query.LogPage;
import se.samordna.workplace.query.OversightQueries;

/** Who was told what, and who looked: for data protection officers. */
@Controller
final class OfficerController {
    private static final List<String> WHATS = List.of(
            "CHILD",
            "TIMELINE",
            "IDENTITY",
            "ALERTS",
            "ALERT",
            "EXPLANATION",
            "ALERT_HISTORY",
            "LEDGER",
            "ACCESS_LOG",
            "OPERATION");
    /** Those on which something may be told. */
    private static final List<Ground> GROUNDS = Stream.of(Ground.values())
            .filter(ground -> ground != Ground.NONE && ground != Ground.UNKNOWN)
            .toList();

    private static final List<String> RESULTS = List.of("GRANTED", "DENIED", "ABSENT");

    private final OversightQueries queries;
    private final LogRows rows;
    private final Texts texts;
    private final Moments moments;

    OfficerController(OversightQueries queries, LogRows rows, Texts texts, Moments moments) {
        this.queries = queries;
        this.rows = rows;
        this.texts = texts;
        this.moments = moments;
    }

    /** A choice of a filter. */
    record Choice(String value, String text) {}

    @GetMapping("/ledger")
    ModelAndView ledger(@RequestParam MultiValueMap<String, String> given) {
        Narrowing wanted = Narrowing.ofLedger(given);
        return shown(
                wanted,
                wanted.isFaulty() ? none() : queries.ledger(wanted.asked()),
                page -> view("oversight/ledger", wanted, page)
                        .addObject("rows", page.rows().stream().map(rows::told).toList())
                        .addObject(
                                "recipients",
                                Agencies.ALL.stream()
                                        .map(Agencies::wireName)
                                        .map(one -> new Choice(one, rows.recipient(one)))
                                        .toList())
                        .addObject(
                                "rules",
                                rows.rules().stream()
                                        .map(one -> new Choice(one, rows.rule(one)))
                                        .toList())
                        .addObject(
                                "grounds", choices("ground.", GROUNDS.stream().map(Enum::name)))
                        .addObject("here", "ledger"));
    }

    @GetMapping("/access-log")
    ModelAndView accessLog(@RequestParam MultiValueMap<String, String> given) {
        Narrowing wanted = Narrowing.ofAccessLog(given);
        return shown(
                wanted,
                wanted.isFaulty() ? none() : queries.accessLog(wanted.asked()),
                page -> view("oversight/access-log", wanted, page)
                        .addObject("rows", page.rows().stream().map(rows::look).toList())
                        .addObject(
                                "roles",
                                choices("role.", Stream.of(Role.values()).map(Role::word)))
                        .addObject("whats", choices("look.", WHATS.stream()))
                        .addObject("results", choices("look.result.", RESULTS.stream()))
                        .addObject("here", "access-log"));
    }

    @GetMapping("/ledger/export.csv")
    Object ledgerFile(@RequestParam MultiValueMap<String, String> given) {
        Narrowing wanted = Narrowing.ofLedger(given);
        return wanted.isFaulty() ? Trouble.BAD_REQUEST.page() : file(queries.ledgerFile(wanted.asked()), "ledger.csv");
    }

    @GetMapping("/access-log/export.csv")
    Object accessLogFile(@RequestParam MultiValueMap<String, String> given) {
        Narrowing wanted = Narrowing.ofAccessLog(given);
        return wanted.isFaulty()
                ? Trouble.BAD_REQUEST.page()
                : file(queries.accessLogFile(wanted.asked()), "access-log.csv");
    }

    private static Object file(Answer<byte[]> answer, String name) {
        return answer instanceof Answer.Found<byte[]>(byte[] found)
                ? ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(name)
                                        .build()
                                        .toString())
                        .body(found)
                : Reading.or(answer, _ -> Trouble.FAILED.page());
    }

    private static ModelAndView shown(
            Narrowing wanted, Answer<LogPage> answer, Function<LogPage, ModelAndView> whenFound) {
        ModelAndView page = Reading.or(answer, whenFound);
        if (wanted.isFaulty()) {
            page.setStatus(HttpStatus.BAD_REQUEST);
        }
        return page;
    }

    /** Where a field is wrong nothing is asked: what was meant is not known. */
    private static Answer<LogPage> none() {
        return new Answer.Found<>(new LogPage(
                Optional.empty(), Optional.empty(), Optional.empty(), "", List.of(), Optional.empty(), false, 0));
    }

    private ModelAndView view(String template, Narrowing wanted, LogPage page) {
        ModelAndView view = new ModelAndView(template);
        view.addObject("wanted", wanted);
        view.addObject("from", page.from().map(Object::toString).orElse(wanted.of("from")));
        view.addObject("to", page.to().map(Object::toString).orElse(wanted.of("to")));
        view.addObject(
                "days",
                page.from()
                        .flatMap(from -> page.to().map(to -> texts.of("log.days", moments.day(from), moments.day(to))))
                        .orElse(""));
        view.addObject(
                "asOf",
                page.asOf().map(at -> texts.of("log.asOf", moments.at(at))).orElse(""));
        page.next().ifPresent(cursor -> view.addObject("older", wanted.with(Narrowing.CURSOR, cursor)));
        view.addObject("cutShort", page.cutShort());
        view.addObject("unreadable", page.unreadable());
        return view;
    }

    private List<Choice> choices(String prefix, Stream<String> codes) {
        return codes.map(code -> new Choice(code, texts.orCode(prefix, code))).toList();
    }
}
