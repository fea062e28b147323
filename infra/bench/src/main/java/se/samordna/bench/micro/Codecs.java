package se.samordna.bench.micro;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import se.samordna.events.Agency;
import se.samordna.events.AttendanceReported;
import se.samordna.events.EventHeader;
import se.samordna.events.Ground;
import se.samordna.events.ProtectedIdentity;
import se.samordna.rules.Child;
import se.samordna.rules.Event;
import se.samordna.rules.Memory;
import se.samordna.schemas.SchemaRegistration;
import se.samordna.schemas.Topics;
import se.samordna.streams.Decoded;
import se.samordna.streams.Decoder;
import se.samordna.streams.Encoder;
import se.samordna.streams.Registry;

/** A line of attendance from and to the wire, and a week of five of them from and to the child store. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Codecs {
    private static final String SCOPE = "micro";
    private static final int FIRST_WEEK = Math.floorDiv((int) OneChild.FIRST.toEpochDay() + 3, 7);

    private final Registry registry = registry();
    private final Encoder encoder = new Encoder(registry);
    private final Decoder decoder = new Decoder(registry, List.of(Topics.SCHOOL_EVENTS));
    private final AttendanceReported line = line();
    private final byte[] wire = encoder.write(Topics.SCHOOL_EVENTS, line);
    private final Child child = OneChild.afterATerm();
    private final byte[] week = child.week(FIRST_WEEK).orElseThrow();

    @Benchmark
    public Decoded decodeAttendance() {
        return decoder.decode(Topics.SCHOOL_EVENTS.name(), wire);
    }

    @Benchmark
    public byte[] encodeAttendance() {
        return encoder.write(Topics.SCHOOL_EVENTS, line);
    }

    @Benchmark
    public Optional<byte[]> writeWeek() {
        return child.week(FIRST_WEEK);
    }

    @Benchmark
    public Child readWeek() {
        Child empty = Child.empty(OneChild.ID, Memory.COORDINATION);
        empty.restoreWeek(week);
        return empty;
    }

    private static Registry registry() {
        new SchemaRegistration(MockSchemaRegistry.getClientForScope(SCOPE)).registerAll();
        return Registry.at("mock://" + SCOPE);
    }

    @SuppressWarnings("NullAway") // what is left out is null in a generated record
    private static AttendanceReported line() {
        Event e = OneChild.attendance(1);
        var header = new EventHeader(
                e.eventId(),
                e.childId(),
                e.municipality(),
                Agency.SCHOOL,
                e.source(),
                e.occurredAt(),
                e.receivedAt(),
                Ground.OWN,
                null,
                ProtectedIdentity.NONE,
                null,
                null);
        return new AttendanceReported(header, OneChild.FIRST.plusDays(1), true, 300, 0, 0);
    }
}
