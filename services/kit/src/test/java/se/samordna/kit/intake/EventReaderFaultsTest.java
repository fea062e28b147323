package se.samordna.kit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static se.samordna.kit.intake.FaultCode.*;
import static se.samordna.kit.intake.Intake.*;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.samordna.schemas.EventTypes;

class EventReaderFaultsTest {

    /** One field of the contract's concern report spoilt over HTTP: the field, what it is set to, what is said. */
    static Stream<Arguments> spoiltFields() {
        return Stream.of(
                arguments("eventId", "6f0c", BAD_UUID),
                arguments("eventId", "{6f0c0000-0000-4000-8000-000000000001}", BAD_UUID),
                arguments("eventId", "6f0c0000-0000-4000-8000-00000000000g", BAD_UUID),
                arguments("eventId", "6f0c00000000400080000000000000010000", BAD_UUID),
                arguments("eventId", "1-1-1-1-1", BAD_UUID),
                arguments("eventId", 1, WRONG_TYPE),
                arguments("eventId", Raw.NULL, NULL),
                arguments("childId", "", BAD_UUID),
                arguments("childId", "201403122383", BAD_UUID),
                arguments("corrects", "x", BAD_UUID),
                arguments("corrects", true, WRONG_TYPE),
                arguments("municipality", "2381", UNKNOWN_KOMMUNKOD),
                arguments("municipality", "238", UNKNOWN_KOMMUNKOD),
                arguments("municipality", 2380, WRONG_TYPE),
                arguments("municipality", "201403122383", PERSONNUMMER_IN_TEXT),
                arguments("agency", "SCHOOL", WRONG_AGENCY),
                arguments("agency", "UNKNOWN", UNKNOWN_VALUE),
                arguments("agency", "social_services", UNKNOWN_VALUE),
                arguments("source", "test", BAD_URN),
                arguments("source", "urn:", BAD_URN),
                arguments("source", "urn:te st", BAD_URN),
                arguments("source", "urn:test:20140312-2383", PERSONNUMMER_IN_TEXT),
                arguments("source", "urn:test:" + "x".repeat(300), BAD_URN),
                arguments("occurredAt", "2026-01-10", BAD_INSTANT),
                arguments("occurredAt", "2026-01-10T09:00:00", BAD_INSTANT),
                arguments("occurredAt", "2026-01-10T09:00:00+01:00", BAD_INSTANT),
                arguments("occurredAt", "2026-01-10T09:00Z", BAD_INSTANT),
                arguments("occurredAt", "2026-01-10 09:00:00Z", BAD_INSTANT),
                arguments("occurredAt", "2026-02-30T09:00:00Z", BAD_INSTANT),
                arguments("occurredAt", "2026-01-10T24:00:00Z", BAD_INSTANT),
                arguments("occurredAt", "2026-01-10T09:60:00Z", BAD_INSTANT),
                arguments("occurredAt", "2026-01-10T09:00:60Z", BAD_INSTANT),
                arguments("occurredAt", "2026-01-10T09:00:00.Z", BAD_INSTANT),
                arguments("occurredAt", "2026-01-10T09:00:00.1234567890Z", BAD_INSTANT),
                arguments("occurredAt", "+12026-01-10T09:00:00Z", BAD_INSTANT),
                arguments("occurredAt", "2026-01-10T09:00:00Zx", BAD_INSTANT),
                arguments("occurredAt", 1768035600000L, WRONG_TYPE),
                arguments("occurredAt", "2026-03-02T12:00:00.001Z", OCCURRED_IN_FUTURE),
                arguments("receivedAt", "2026-03-01T12:00:00.001Z", RECEIVED_IN_FUTURE),
                arguments("receivedAt", Raw.NULL, NULL),
                arguments("ground", "GUESS", UNKNOWN_VALUE),
                arguments("ground", "UNKNOWN", UNKNOWN_VALUE),
                arguments("consentId", "", BAD_ID),
                arguments("protectedIdentity", "MAYBE", UNKNOWN_VALUE),
                arguments("protectedIdentity", Raw.NULL, NULL),
                arguments("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7", BAD_TRACEPARENT),
                arguments("traceparent", "00-00000000000000000000000000000000-00f067aa0ba902b7-01", BAD_TRACEPARENT),
                arguments("reportId", "", BAD_ID),
                arguments("reportId", "x".repeat(65), BAD_ID),
                arguments("reportId", 7, WRONG_TYPE),
                arguments("reportId", 1.5, WRONG_TYPE),
                arguments("reportId", Map.of("id", "r1"), WRONG_TYPE),
                arguments("reportId", List.of("r1"), WRONG_TYPE),
                arguments("reportId", "r\u0000", BAD_CHARACTER),
                arguments("reportId", "r\n2026 INFO all is well", BAD_CHARACTER),
                arguments("reportId", "r\u202e1", BAD_CHARACTER),
                arguments("reportId", "140312-2383", PERSONNUMMER_IN_TEXT),
                arguments("reportId", "case140312+2383x", PERSONNUMMER_IN_TEXT),
                arguments("reportId", "1403122383", PERSONNUMMER_IN_TEXT),
                arguments("reportId", "a 201403722380 b", PERSONNUMMER_IN_TEXT),
                arguments("reporterType", "TEACHER", UNKNOWN_VALUE),
                arguments("reporterType", "UNKNOWN", UNKNOWN_VALUE),
                arguments("reporterType", Raw.NULL, NULL),
                arguments("reporterType", "140312-2383", PERSONNUMMER_IN_TEXT),
                arguments("reasons", "VIOLENCE", WRONG_TYPE),
                arguments("reasons", Raw.NULL, NULL),
                arguments("feedbackRequested", "true", WRONG_TYPE),
                arguments("feedbackRequested", 1, WRONG_TYPE),
                arguments("type", 7, WRONG_TYPE),
                arguments("type", "Gossip", UNKNOWN_TYPE),
                arguments("type", "Tick", TYPE_NOT_ACCEPTED),
                arguments("type", "MunicipalMeasurement", TYPE_NOT_ACCEPTED),
                arguments("personnummer", "201403122383", CHILD_GIVEN_TWICE),
                arguments("personnummer", Raw.NULL, NULL),
                arguments("firstName", "x", UNKNOWN_FIELD),
                arguments("investigationId", "i1", UNKNOWN_FIELD));
    }

    @ParameterizedTest(name = "{0} {2} [{index}]")
    @MethodSource("spoiltFields")
    void a_spoilt_field_is_named_and_nothing_else(String field, Object value, FaultCode code) {
        assertThat(faults(Sample.concernReport().with(field, value), HTTP)).contains(new Fault(field, code));
        assertThat(faults(Sample.concernReport().with(field, value), HTTP))
                .extracting(Fault::field)
                .containsOnly(field);
    }

    static final List<String> required = List.of(
            "type",
            "eventId",
            "childId",
            "municipality",
            "agency",
            "source",
            "occurredAt",
            "ground",
            "reportId",
            "reporterType",
            "reasons",
            "feedbackRequested");

    @ParameterizedTest
    @FieldSource("required")
    void a_field_left_out_is_missing(String field) {
        assertThat(faults(Sample.concernReport().without(field), HTTP)).contains(new Fault(field, MISSING));
    }

    @Test
    void a_file_must_say_when_each_event_was_received() {
        assertThat(faults(Sample.concernReport().without("receivedAt"), Mode.files()))
                .containsExactly(new Fault("receivedAt", MISSING));
    }

    @Test
    void items_of_a_list_are_named_by_their_place() {
        Sample sample = Sample.concernReport().with("reasons", java.util.Arrays.asList("VIOLENCE", "X", 3, null));

        assertThat(faults(sample, HTTP))
                .containsExactly(
                        new Fault("reasons[1]", UNKNOWN_VALUE),
                        new Fault("reasons[2]", WRONG_TYPE),
                        new Fault("reasons[3]", NULL));
    }

    @Test
    void a_name_that_stands_twice_is_refused_even_with_the_same_value() {
        String line = Sample.concernReport().line().replaceFirst("}$", ",\"reportId\":\"r1\"}");

        assertThat(faults(line, HTTP)).containsExactly(new Fault("reportId", DUPLICATE_FIELD));
    }

    @Test
    void a_name_that_may_say_too_much_is_not_repeated() {
        Sample sample =
                Sample.concernReport().with("20140312-2383", 1).with("a\nb", 1).with("x".repeat(80), 1);

        assertThat(faults(sample, HTTP)).extracting(Fault::field).containsExactly("?", "?", "?");
    }

    @Test
    void another_agencys_event_is_refused_by_type_and_agency() {
        Sample incident = Sample.of(EventTypes.named("PoliceIncident").orElseThrow());

        assertThat(faults(incident, HTTP))
                .containsExactlyInAnyOrder(new Fault("type", TYPE_NOT_ACCEPTED), new Fault("agency", WRONG_AGENCY));
        assertThat(faults(incident.with("agency", "SCHOOL"), Mode.files()))
                .containsExactly(new Fault("type", TYPE_NOT_ACCEPTED));
    }

    @Test
    void an_action_rests_on_the_coordinators_own_ground_and_is_taken_nowhere_else() {
        Sample action = Sample.of(EventTypes.named("AlertClosed").orElseThrow());

        assertThat(faults(action.with("ground", "CONSENT"), Mode.actions(CLOCK)))
                .containsExactly(new Fault("ground", WRONG_GROUND));
        assertThat(faults(action.with("ground", "OWN").with("agency", "SOCIAL_SERVICES"), HTTP))
                .containsExactly(new Fault("type", TYPE_NOT_ACCEPTED));
        assertThat(faults(Sample.concernReport(), Mode.actions(CLOCK)))
                .containsExactly(new Fault("type", TYPE_NOT_ACCEPTED));
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        Sample sample = Sample.concernReport()
                .without("eventId")
                .with("municipality", "9999")
                .with("source", "urn:x:201403122383")
                .with("occurredAt", "yesterday")
                .with("reportId", "")
                .with("reasons", List.of("X"))
                .with("mood", "bad");

        assertThat(faults(sample, HTTP))
                .containsExactlyInAnyOrder(
                        new Fault("eventId", MISSING),
                        new Fault("municipality", UNKNOWN_KOMMUNKOD),
                        new Fault("source", PERSONNUMMER_IN_TEXT),
                        new Fault("occurredAt", BAD_INSTANT),
                        new Fault("reportId", BAD_ID),
                        new Fault("reasons[0]", UNKNOWN_VALUE),
                        new Fault("mood", UNKNOWN_FIELD));
    }

    @Test
    void no_fault_ever_quotes_what_was_sent() {
        Sample sample = Sample.concernReport();
        List.of("reportId", "source", "municipality", "reporterType", "occurredAt", "201403122383")
                .forEach(field -> sample.with(field, "secret 201403122383"));

        assertThat(READER.read(sample.line(), HTTP).toString())
                .doesNotContain("secret")
                .doesNotContain("20140312");
    }
}
