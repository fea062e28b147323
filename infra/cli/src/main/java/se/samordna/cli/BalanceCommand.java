package se.samordna.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samordna.cli.balance.Balance;
import se.samordna.cli.balance.Day;
import se.samordna.cli.balance.Receipts;
import se.samordna.cli.dlq.Letter;
import se.samordna.cli.dlq.Place;
import se.samordna.contributions.EventReceipts;
import se.samordna.local.Connections;
import se.samordna.local.StartupProblem;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.Topics;
import se.samordna.streams.DeadReason;
import se.samordna.streams.Registry;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Whether every event that was accepted is accounted for. */
@Command(
        name = "balance",
        description = {
            "Count the events of each agency by the local day they were received on, each once, by reading their topics;"
                    + " say how many are released, held (and why) or put away for a fault, and how many coordination has"
                    + " not accounted for: 0 where nothing is lost.",
            "Exit code 1 if it does not balance. What comes while it reads may not be accounted for yet."
        },
        mixinStandardHelpOptions = true)
final class BalanceCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();
    /** Coordination tells its numbers within a second. */
    private static final Set<String> OURS = Set.of(DeadReason.INTERNAL_ERROR.code(), DeadReason.CHILD_TOO_LARGE.code());

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Option(names = "--day", paramLabel = "D", description = "Of one local day: 2026-03-17.")
    Optional<LocalDate> day = Optional.empty();

    @Option(names = "--json", description = "One JSON object a line.")
    boolean json;

    @Mixin
    Running running = new Running();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Day> days = days(spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        days.stream().map(json ? BalanceCommand::json : BalanceCommand::words).forEach(out::println);
        boolean balances = days.stream().allMatch(Day::balances);
        if (!json) {
            long accepted = days.stream().mapToLong(Day::accepted).sum();
            long missing =
                    days.stream().mapToLong(each -> Math.abs(each.missing())).sum();
            out.println(accepted + " events, " + (balances ? "all accounted for" : missing + " not accounted for"));
        }
        out.flush();
        return balances ? Samordna.DONE : Samordna.REFUSED;
    }

    private List<Day> days(PrintWriter err) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        Connections.reader(running.bootstrap),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
                Registry registry = Registry.at(running.registry)) {
            Balance balance = new Balance(consumer, registry);
            try (Progress progress = Progress.of("reading", balance.total(), err)) {
                balance.read(faults(), progress::to);
            }
            long until = System.nanoTime() + PATIENCE.toNanos();
            try (AvroReader reader = new AvroReader(running.registry, err)) {
                List<Day> found = against(balance, reader);
                while (!found.stream().allMatch(Day::balances) && System.nanoTime() < until) {
                    found = against(balance, reader);
                }
                return found;
            }
        } catch (TimeoutException e) {
            throw new StartupProblem(
                    "The broker " + running.bootstrap + " does not answer. Is `infra/samordna up` running?", e);
        }
    }

    private List<Day> against(Balance balance, AvroReader reader) {
        Receipts receipts = new Receipts();
        WholeTopic.read(running.bootstrap, List.of(Topics.RECEIPTS.name()), record -> {
            reader.read(record)
                    .filter(EventReceipts.class::isInstance)
                    .map(EventReceipts.class::cast)
                    .ifPresent(receipts::take);
        });
        return balance.against(receipts).stream()
                .filter(each -> day.isEmpty() || day.get().equals(each.day()))
                .toList();
    }

    /** Where events lie that could not be carried out: for a fault of ours, or for the child being too large. */
    private Set<Place> faults() {
        Set<Place> faults = new HashSet<>();
        List<String> topics = Agencies.ALL.stream()
                .map(agency -> Topics.events(agency).deadLetters().name())
                .toList();
        WholeTopic.read(running.bootstrap, topics, record -> {
            Letter letter = new Letter(record);
            if (OURS.contains(letter.reason())) {
                letter.from().ifPresent(faults::add);
            }
        });
        return faults;
    }

    static String json(Day day) {
        return JSON.writeValueAsString(day);
    }

    static String words(Day day) {
        String held = day.held().entrySet().stream()
                .map(reason -> reason.getKey() + " " + reason.getValue())
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%s  %-16s accepted %d  released %d  held %d%s  dead-lettered %d  missing %d",
                day.day(),
                day.agency(),
                day.accepted(),
                day.released(),
                day.held().values().stream().mapToLong(Long::longValue).sum(),
                held.isEmpty() ? "" : " (" + held + ")",
                day.deadLettered(),
                day.missing());
    }
}
