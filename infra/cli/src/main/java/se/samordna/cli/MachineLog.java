package se.samordna.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import se.samordna.local.StartupProblem;

/** Where a whole platform in one process logs: a file of its directory, Tomcat's words too. */
final class MachineLog {
    private MachineLog() {}

    /** From now on everything goes to that file. */
    static void to(Path file) {
        // Each Spring application would set up logging anew, for all of them.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.putProperty("samordna.log", file.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(
                    Objects.requireNonNull(MachineLog.class.getResource("/logback-machine.xml"), "in our own jar"));
        } catch (JoranException e) {
            throw new StartupProblem("Cannot log to " + file, e);
        }
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
