package se.samordna.kit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samordna.events.Agency;
import se.samordna.events.AttendanceReported;
import se.samordna.events.ConcernReason;
import se.samordna.events.ConcernReportReceived;
import se.samordna.events.ConsentGiven;
import se.samordna.events.EventHeader;
import se.samordna.events.Ground;
import se.samordna.events.ProtectedIdentity;
import se.samordna.events.ReporterType;
import se.samordna.schemas.EventType;
import se.samordna.schemas.EventTypes;

class EventReaderTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Clock CLOCK = Clock.fixed(NOW.plusNanos(456), ZoneOffset.UTC);

    static Stream<EventType> types() {
        return EventTypes.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void every_type_is_read_whole_from_a_file(EventType type) {
        Reading.Event read = (Reading.Event) Intake.READER.read(Sample.of(type).line(), Mode.files());

        assertThat(read.type()).isEqualTo(type);
        assertThat(read.event().getClass()).isEqualTo(type.recordClass());
        assertThat(type.schema().getFields())
                .allSatisfy(field -> assertThat(read.event().get(field.pos())).isNotNull());
        assertThat(read.header().getEventId()).hasToString("6f0c0000-0000-4000-8000-00000000000a");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void every_type_is_read_over_http_from_each_of_its_senders_alone(EventType type) {
        String line = Sample.of(type).without("agency").line();
        for (Agency agency : List.of(Agency.SOCIAL_SERVICES, Agency.SCHOOL, Agency.REGION, Agency.POLICE)) {
            boolean action = type.family() == EventType.Family.ACTION;
            String from = line.replaceFirst("\\{", "{\"agency\":\"" + agency + "\",");
            Reading read = Intake.READER.read(from, action ? Mode.actions(CLOCK) : Mode.events(agency, CLOCK));
            if (type.owners().contains(agency)) {
                assertThat(read).isInstanceOf(Reading.Event.class);
            } else {
                assertThat(read)
                        .isEqualTo(new Reading.Refused(List.of(new Fault("type", FaultCode.TYPE_NOT_ACCEPTED))));
            }
        }
    }

    @Test
    void the_contracts_example_becomes_the_record_it_says() {
        Reading.Event read =
                (Reading.Event) Intake.READER.read(Sample.concernReport().line(), Mode.files());

        assertThat(read.event())
                .isEqualTo(ConcernReportReceived.newBuilder()
                        .setHeader(EventHeader.newBuilder()
                                .setEventId(UUID.fromString("6f0c0000-0000-4000-8000-000000000001"))
                                .setChildId(UUID.fromString("0b540000-0000-4000-8000-000000000001"))
                                .setMunicipality("2380")
                                .setAgency(Agency.SOCIAL_SERVICES)
                                .setSource("urn:test")
                                .setOccurredAt(Instant.parse("2026-01-10T09:00:00Z"))
                                .setReceivedAt(Instant.parse("2026-01-10T09:00:02Z"))
                                .setGround(Ground.OWN)
                                .setProtectedIdentity(ProtectedIdentity.NONE)
                                .build())
                        .setReportId("r1")
                        .setReporterType(ReporterType.SCHOOL)
                        .setReasons(List.of(ConcernReason.VIOLENCE))
                        .setFeedbackRequested(true)
                        .build());
    }

    @Test
    void the_type_may_stand_last() {
        String line = Sample.concernReport().without("type").line();

        assertThat(Intake.READER.read(line.replaceFirst("}$", ",\"type\":\"ConcernReportReceived\"}"), Mode.files()))
                .isInstanceOf(Reading.Event.class);
    }

    @Test
    void instants_are_cut_to_milliseconds_and_days_are_days() {
        String line = Sample.of(EventTypes.named("AttendanceReported").orElseThrow())
                .with("occurredAt", "2026-01-10T09:00:00.123999999Z")
                .with("receivedAt", "2026-01-10T09:00:00.1+00:00")
                .with("date", "2024-02-29")
                .line();

        AttendanceReported read = (AttendanceReported) ((Reading.Event) Intake.READER.read(line, Mode.files())).event();

        assertThat(read.getHeader().getOccurredAt()).isEqualTo("2026-01-10T09:00:00.123Z");
        assertThat(read.getHeader().getReceivedAt()).isEqualTo("2026-01-10T09:00:00.100Z");
        assertThat(read.getDate()).isEqualTo(LocalDate.of(2024, 2, 29));
    }

    @Test
    void over_http_a_receivedAt_left_out_is_the_services_clock_and_one_given_is_kept() {
        Sample sample = Sample.concernReport().without("receivedAt");
        Mode http = Mode.events(Agency.SOCIAL_SERVICES, CLOCK);

        Reading.Event leftOut = (Reading.Event) Intake.READER.read(sample.line(), http);
        Reading.Event given = (Reading.Event) Intake.READER.read(
                sample.with("receivedAt", "2026-03-01T12:00:00.123Z").line(), http);

        assertThat(leftOut.header().getReceivedAt()).isEqualTo(NOW);
        assertThat(given.header().getReceivedAt()).isEqualTo(NOW);
    }

    @Test
    void what_may_be_left_out_may_also_be_null() {
        Sample sample = Sample.concernReport();
        List.of("consentId", "corrects", "traceparent").forEach(field -> sample.with(field, Raw.NULL));

        assertThat(Intake.READER.read(sample.line(), Mode.files())).isInstanceOf(Reading.Event.class);
    }

    @Test
    void a_consents_flat_id_is_the_bodys_and_the_headers() {
        String line = Sample.of(EventTypes.named("ConsentGiven").orElseThrow())
                .with("consentId", "consent-7")
                .line();

        ConsentGiven read = (ConsentGiven) ((Reading.Event) Intake.READER.read(line, Mode.files())).event();

        assertThat(read.getConsentId()).isEqualTo("consent-7");
        assertThat(read.getHeader().getConsentId()).isEqualTo("consent-7");
    }

    @Test
    void a_personnummer_in_any_form_becomes_the_same_childId() {
        Stream<UUID> ids = Stream.of("201403122383", "20140312-2383", "140312-2383", "1403122383")
                .map(number -> Sample.concernReport().without("childId").with("personnummer", number))
                .map(sample -> ((Reading.Event) Intake.READER.read(sample.line(), Mode.files())).childId());

        assertThat(ids.distinct()).singleElement().extracting(UUID::version).isEqualTo(8);
    }

    @Test
    void a_file_has_no_clock_so_no_time_is_too_late() {
        String line = Sample.concernReport()
                .with("occurredAt", "2999-01-01T00:00:00Z")
                .with("receivedAt", "2998-01-01T00:00:00Z")
                .line();

        assertThat(Intake.READER.read(line, Mode.files())).isInstanceOf(Reading.Event.class);
    }

    @Test
    void a_day_ahead_of_the_clock_is_just_in_time() {
        Sample sample = Sample.concernReport().with("occurredAt", NOW.plusSeconds(86_400));

        assertThat(Intake.READER.read(sample.line(), Mode.events(Agency.SOCIAL_SERVICES, CLOCK)))
                .isInstanceOf(Reading.Event.class);
    }

    @Test
    void measurements_and_ticks_are_read_too() {
        var measured =
                (Reading.Measurement) Intake.READER.read(Sample.measurement().line(), Mode.files());
        var takenBack = (Reading.Measurement)
                Intake.READER.read(Sample.measurement().with("num", Raw.NULL).line(), Mode.measurements(CLOCK));

        assertThat(measured.measurement().getNum()).isEqualTo(13012L);
        assertThat(measured.measurement().getDen()).isNull();
        assertThat(takenBack.measurement().getNum()).isNull();
        assertThat(Intake.READER.read("{\"type\":\"Tick\",\"at\":\"2026-01-10T10:00:00Z\"}", Mode.files()))
                .isEqualTo(new Reading.Tick(Instant.parse("2026-01-10T10:00:00Z")));
    }

    @Test
    void an_event_prints_nothing_of_its_child() {
        assertThat(Intake.READER.read(Sample.concernReport().line(), Mode.files()))
                .hasToString("ConcernReportReceived");
    }
}
