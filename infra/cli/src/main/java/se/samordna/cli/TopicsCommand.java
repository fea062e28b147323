package se.samordna.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.samordna.local.Connections;
import se.samordna.local.StartupProblem;
import se.samordna.local.TopicsApply;
import se.samordna.schemas.Registration;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;

/** The topics of the catalogue and of the broker. */
@Command(
        name = "topics",
        description = "List the topics, or make broker and registry hold what the catalogue says.",
        mixinStandardHelpOptions = true,
        subcommands = {TopicsCommand.ListThem.class, TopicsCommand.Apply.class})
final class TopicsCommand implements Runnable {
    private static final int PARTITIONS = 12;
    private static final int REPLICAS = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list or apply.");
    }

    /** Prints every topic with what the broker has of it. */
    @Command(name = "list", description = "List every topic of the catalogue.", mixinStandardHelpOptions = true)
    static final class ListThem implements Callable<Integer> {
        @Mixin
        Running running = new Running();

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            try (Admin admin = Admin.create(Connections.admin(running.bootstrap))) {
                Map<String, TopicDescription> there = TopicsApply.existing(admin);
                for (Topic topic : Topics.all()) {
                    String partitions = Optional.ofNullable(there.get(topic.name()))
                            .map(found -> found.partitions().size() + " partitions")
                            .orElse("missing");
                    out.printf(
                            Locale.ROOT,
                            "%-34s %-14s %-8s key: %s%n",
                            topic.name(),
                            partitions,
                            topic.cleanup().name().toLowerCase(Locale.ROOT),
                            topic.key().text());
                }
            }
            out.flush();
            return Samordna.DONE;
        }
    }

    /** Creates what is missing. */
    @Command(
            name = "apply",
            description =
                    "Create the topics that are missing and register every schema. Run again, it changes nothing.",
            mixinStandardHelpOptions = true)
    static final class Apply implements Callable<Integer> {
        @Option(
                names = "--partitions",
                paramLabel = "N",
                description = "Of per-child topics (default: as they are, else 12).")
        Optional<Integer> partitions = Optional.empty();

        @Option(names = "--replicas", paramLabel = "N", description = "Default: 3, or 1 where there are fewer brokers.")
        Optional<Integer> replicas = Optional.empty();

        @Mixin
        Running running = new Running();

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            try (Admin admin = Admin.create(Connections.admin(running.bootstrap))) {
                int perChild = partitions.orElseGet(() -> asTheyAre(admin));
                TopicsApply.Made made = TopicsApply.topics(admin, perChild, replicas.orElseGet(() -> replicas(admin)));
                made.created().forEach(name -> out.println("created " + name));
                List<Registration> schemas = TopicsApply.schemas(running.registry);
                long fresh = schemas.stream()
                        .filter(Registration.Registered.class::isInstance)
                        .count();
                out.printf(
                        Locale.ROOT,
                        "%d topics created, %d there; %d schemas registered, %d there%n",
                        made.created().size(),
                        made.unchanged(),
                        fresh,
                        schemas.size() - fresh);
            }
            out.flush();
            return Samordna.DONE;
        }

        private static int asTheyAre(Admin admin) {
            return Optional.ofNullable(TopicsApply.existing(admin).get(Topics.CLOCK.name()))
                    .map(found -> found.partitions().size())
                    .orElse(PARTITIONS);
        }

        private static int replicas(Admin admin) {
            try {
                return admin.describeCluster().nodes().get().size() >= REPLICAS ? REPLICAS : 1;
            } catch (ExecutionException e) {
                throw new StartupProblem("The broker does not answer: " + e.getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StartupProblem("Interrupted", e);
            }
        }
    }
}
