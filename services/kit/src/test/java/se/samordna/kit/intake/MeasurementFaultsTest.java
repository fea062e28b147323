package se.samordna.kit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static se.samordna.kit.intake.FaultCode.*;
import static se.samordna.kit.intake.Intake.*;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MeasurementFaultsTest {

    static Stream<Arguments> spoiltMeasurements() {
        return Stream.of(
                arguments("measurementId", "x", BAD_UUID),
                arguments("revision", 0, OUT_OF_RANGE),
                arguments("revision", 1.5, WRONG_TYPE),
                arguments("municipality", "0000", UNKNOWN_KOMMUNKOD),
                arguments("measure", "Direct Time", BAD_MEASURE),
                arguments("measure", "m-201403122383", PERSONNUMMER_IN_TEXT),
                arguments("period", "2026-Q5", BAD_PERIOD),
                arguments("period", "2026-13", BAD_PERIOD),
                arguments("period", "2025-Q1", BAD_PERIOD),
                arguments("num", -1, OUT_OF_RANGE),
                arguments("num", 1.5, WRONG_TYPE),
                arguments("den", "7", WRONG_TYPE),
                arguments("value", -7, OUT_OF_RANGE),
                arguments("source", "scb", BAD_URN),
                arguments("childId", "0b540000-0000-4000-8000-000000000001", UNKNOWN_FIELD));
    }

    @ParameterizedTest(name = "{0} {2} [{index}]")
    @MethodSource("spoiltMeasurements")
    void a_measurements_faults_are_named_too(String field, Object value, FaultCode code) {
        assertThat(faults(Sample.measurement().with(field, value), Mode.measurements(CLOCK)))
                .containsExactly(new Fault(field, code));
    }

    @Test
    void a_figure_is_taken_back_in_words_not_by_silence() {
        assertThat(faults(Sample.measurement().without("num"), Mode.files()))
                .containsExactly(new Fault("num", MISSING));
    }

    @Test
    void other_measures_may_have_any_period() {
        for (String period : Set.of("2026", "2026-Q1", "2026-03")) {
            Sample sample = Sample.measurement().with("measure", "direct-time").with("period", period);
            assertThat(READER.read(sample.line(), Mode.files())).isInstanceOf(Reading.Measurement.class);
        }
    }
}
