package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;

/** Wherever somebody writes a number that is a person's, no line of the log repeats it. */
class NothingInTheLogTest extends AgainstFakes {
    private static final String NUMBER = "191212121212";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final AppenderBase<ILoggingEvent> listening = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + " "
                    + Objects.requireNonNullElse(event.getKeyValuePairs(), List.of()) + " "
                    + Optional.ofNullable(event.getThrowableProxy())
                            .map(thrown -> thrown.getMessage())
                            .orElse(""));
        }
    };

    // What an app's own settings silence another log may not: nothing is to be said in the first place.
    private final Logger resolver = (Logger) LoggerFactory.getLogger(DefaultHandlerExceptionResolver.class);
    private final Level silenced = resolver.getLevel();

    @BeforeEach
    void listen() {
        resolver.setLevel(Level.WARN);
        listening.setContext(root.getLoggerContext());
        listening.start();
        root.addAppender(listening);
    }

    @AfterEach
    void leave() {
        root.detachAppender(listening);
        resolver.setLevel(silenced);
    }

    @Test
    void a_parameter_that_cannot_be_decoded_is_a_page_or_a_problem_and_in_no_line() throws Exception {
        for (String path : List.of(
                "/inbox?rule=" + NUMBER + "%F0%28",
                "/inbox?" + NUMBER + "%F0%28=1",
                "/public/municipalities/2380/plan?period=xQQ1%0d%0a" + NUMBER + "%F0%28",
                "/nowhere?lang=" + NUMBER + "%F0%28",
                "/api/coordination/v1/alerts?rule=" + NUMBER + "%F0%28")) {
            HttpResponse<String> answer = WORKPLACE.get(path, "Accept", "text/html");
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).as(path).contains(path.startsWith("/api/") ? "unreadable-parameters" : "<main");
        }
        HttpResponse<String> form = WORKPLACE.form("/search", "personnummer=" + NUMBER + "%F0%28");
        assertThat(form.statusCode()).isEqualTo(400);
        HttpResponse<String> program = WORKPLACE.get("/inbox?rule=%F0%28");
        assertThat(program.body()).contains("\"code\":\"unreadable-parameters\"");
        assertThat(BEHIND.asked).isEmpty();
        assertThat(lines).noneMatch(line -> line.contains(NUMBER) || line.contains("\n") || line.contains("Invalid"));
    }

    @Test
    void a_number_in_an_address_or_a_form_is_in_no_line() throws Exception {
        for (String path : List.of(
                "/alerts/" + NUMBER,
                "/alerts/" + NUMBER + "?municipality=" + NUMBER,
                "/children/" + NUMBER,
                CHILD_PAGE + "?months=" + NUMBER,
                CHILD_PAGE + "?asOf=" + NUMBER,
                CHILD_PAGE + "/" + NUMBER,
                "/inbox?page=" + NUMBER + "&rule=" + NUMBER,
                "/inbox?county=" + NUMBER,
                "/inbox;a=" + NUMBER,
                "/municipalities/" + NUMBER + "/plan/" + NUMBER,
                "/public/indicators/" + NUMBER + "/series.csv?municipality=" + NUMBER,
                "/" + NUMBER)) {
            assertThat(WORKPLACE.get(path).statusCode()).as(path).isBetween(400, 404);
        }
        for (String path : List.of(
                "/alerts/" + NUMBER + "/acts",
                "/alerts/" + NUMBER + "/identity",
                CHILD_PAGE.replace("0b54", "19121212") + "/identity",
                "/inbox/acknowledge",
                "/inbox/seen",
                "/search")) {
            assertThat(WORKPLACE
                            .form(path, "purpose=" + NUMBER + "&form=" + NUMBER + "&asOf=" + NUMBER + "&act=" + NUMBER)
                            .statusCode())
                    .as(path)
                    .isBetween(400, 405);
        }

        assertThat(WORKPLACE.get("/operator?q=" + NUMBER).statusCode()).isEqualTo(403);

        assertThat(lines).as("something is heard at all").anyMatch(line -> line.contains("a page of another role"));
        assertThat(lines).noneMatch(line -> line.contains(NUMBER));
    }
}
