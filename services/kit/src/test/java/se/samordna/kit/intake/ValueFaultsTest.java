package se.samordna.kit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.kit.intake.FaultCode.*;
import static se.samordna.kit.intake.Intake.*;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samordna.schemas.EventTypes;

class ValueFaultsTest {

    @Test
    void numbers_are_whole_and_never_below_nought() {
        for (String number : List.of("-1", "2147483648", "99999999999999999999999")) {
            assertThat(faults(attendance(number), Mode.files()))
                    .containsExactly(new Fault("offeredMinutes", OUT_OF_RANGE));
        }
        for (String number : List.of("1.0", "1e3", "\"360\"", "{}", "[1]")) {
            assertThat(faults(attendance(number), Mode.files()))
                    .containsExactly(new Fault("offeredMinutes", WRONG_TYPE));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-02-29", "2026-13-01", "2026-1-1", "20260101", "2026-01-01T00:00:00Z", "01/02/2026", ""})
    void days_must_be_real(String day) {
        Sample sample =
                Sample.of(EventTypes.named("AttendanceReported").orElseThrow()).with("date", day);

        assertThat(faults(sample, Mode.files())).containsExactly(new Fault("date", BAD_DATE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lower", "WITH SPACE", "ÅÄÖ", "A-B"})
    void codes_must_be_codes(String code) {
        Sample sample = Sample.of(EventTypes.named("Retracted").orElseThrow());

        assertThat(faults(sample.with("reason", code), Mode.files())).containsExactly(new Fault("reason", BAD_CODE));
        assertThat(faults(sample.with("reason", "A".repeat(41)), Mode.files()))
                .containsExactly(new Fault("reason", BAD_CODE));
        assertThat(faults(sample.with("reason", "A_201403122383"), Mode.files()))
                .containsExactly(new Fault("reason", PERSONNUMMER_IN_TEXT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"201403122384", "20140312", "kalle", "201402302382", ""})
    void a_personnummer_must_be_one(String number) {
        Sample sample = Sample.concernReport().without("childId").with("personnummer", number);

        assertThat(faults(sample, HTTP)).containsExactly(new Fault("personnummer", BAD_PERSONNUMMER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "null",
                "\"x\"",
                "{",
                "{}{}",
                "{\"type\":}",
                "{'type':'x'}",
                "{\"a\":NaN}",
                "{\"a\":01}"
            })
    void what_is_no_object_is_malformed(String line) {
        assertThat(READER.read(line, HTTP))
                .isEqualTo(new Reading.Refused(List.of(new Fault(Fault.WHOLE, MALFORMED_JSON))));
    }

    @Test
    void depth_and_size_have_limits() {
        String deep = Sample.concernReport().line().replace("\"r1\"", "[".repeat(1000) + "]".repeat(1000));
        String large = Sample.concernReport().line().replace("{", "{" + " ".repeat(EventReader.MAX_EVENT_BYTES));

        assertThat(READER.read(deep, HTTP))
                .isEqualTo(new Reading.Refused(List.of(new Fault(Fault.WHOLE, MALFORMED_JSON))));
        assertThat(READER.read(large, HTTP)).isEqualTo(new Reading.Refused(List.of(new Fault(Fault.WHOLE, TOO_LARGE))));
    }

    @Test
    void bytes_that_are_no_UTF_8_are_malformed() {
        byte[] line = Sample.concernReport().line().replace("r1", "rX").getBytes(StandardCharsets.UTF_8);
        line[new String(line, StandardCharsets.ISO_8859_1).indexOf("rX") + 1] = (byte) 0xFF;

        assertThat(READER.read(line, HTTP))
                .isEqualTo(new Reading.Refused(List.of(new Fault(Fault.WHOLE, MALFORMED_JSON))));
    }

    @Test
    void half_a_surrogate_pair_is_no_character() {
        String line = Sample.concernReport().line().replace("r1", "r\\ud83d");

        assertThat(faults(line, HTTP)).containsExactly(new Fault("reportId", BAD_CHARACTER));
    }

    @Test
    void sixty_four_characters_of_any_script_are_an_id() {
        for (String id : List.of("x".repeat(64), "å".repeat(64), "😀".repeat(64))) {
            assertThat(READER.read(Sample.concernReport().with("reportId", id).line(), HTTP))
                    .isInstanceOf(Reading.Event.class);
        }
        assertThat(faults(Sample.concernReport().with("reportId", "😀".repeat(65)), HTTP))
                .containsExactly(new Fault("reportId", BAD_ID));
    }

    private static String attendance(String minutes) {
        return Sample.of(EventTypes.named("AttendanceReported").orElseThrow())
                .with("offeredMinutes", -7)
                .line()
                .replace("-7", minutes);
    }
}
