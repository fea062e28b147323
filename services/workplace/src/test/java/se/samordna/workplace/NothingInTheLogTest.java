package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

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

    @BeforeEach
    void listen() {
        listening.setContext(root.getLoggerContext());
        listening.start();
        root.addAppender(listening);
    }

    @AfterEach
    void leave() {
        root.detachAppender(listening);
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
