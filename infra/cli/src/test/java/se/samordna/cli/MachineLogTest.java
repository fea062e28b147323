package se.samordna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** What a whole platform in one process writes of itself. */
class MachineLogTest {
    private static final String LEVEL = "logging.level.";

    @TempDir
    Path dir;

    @Test
    void what_an_app_keeps_out_of_its_own_log_is_kept_out_of_this_one_too() throws Exception {
        Map<String, Level> bounds = ofAnApp().entrySet().stream()
                .filter(setting -> setting.getKey().toString().startsWith(LEVEL))
                .collect(Collectors.toMap(
                        setting -> setting.getKey().toString().substring(LEVEL.length()),
                        setting -> Level.toLevel(setting.getValue().toString())));

        written(context -> assertThat(bounds)
                .isNotEmpty()
                .allSatisfy((logger, bound) -> assertThat(
                                context.getLogger(logger).getEffectiveLevel().toInt())
                        .as(logger)
                        .isGreaterThanOrEqualTo(bound.toInt())));
    }

    @Test
    void nobody_makes_a_line_of_it_by_sending_the_end_of_another() throws Exception {
        String log = written(context -> {
            Logger logger = context.getLogger("se.samordna.any");
            logger.warn("period {}", "x\r\n2026-11-23T00:00:00.000 INFO  [main] s.s.a.Access forged");
            logger.warn("broken", new IllegalStateException("y\r\n2026-11-23T00:00:00.001 ERROR forged, too"));
            logger.info("the next");
        });

        assertThat(log)
                .contains("period x\\r\\n2026-11-23T00:00:00.000 INFO")
                .contains("IllegalStateException: y\r\n  | 2026-11-23T00:00:00.001 ERROR forged, too")
                .containsOnlyOnce("forged, too");
        assertThat(log.lines().filter(line -> line.matches("\\d{4}-.*")))
                .hasSize(3)
                .last()
                .asString()
                .endsWith("the next");
    }

    @Test
    void an_app_by_itself_writes_in_the_same_form() throws Exception {
        String form = Objects.requireNonNull(ofAnApp().getProperty("logging.pattern.console"));

        assertThat(Files.readString(Path.of(Objects.requireNonNull(MachineLog.class.getResource("/logback-machine.xml"))
                        .toURI())))
                .contains("<pattern>" + form + "</pattern>");
    }

    private static Properties ofAnApp() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("samordna-log.yml"));
        return Objects.requireNonNull(yaml.getObject());
    }

    /** What is in the file when all is said. */
    private String written(Consumer<LoggerContext> saying) throws Exception {
        Path file = dir.resolve("machine.log");
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("samordna.log", file.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Objects.requireNonNull(MachineLog.class.getResource("/logback-machine.xml")));
        saying.accept(context);
        context.stop();
        return Files.readString(file);
    }
}
