package se.samordna.kit.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenPersonnummerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "201403122383",
                "20140312-2383",
                "20140312+2383",
                "1403122383",
                "140312-2383",
                "140312+2383",
                "report 20140312-2383 again",
                "id:140312-2383.",
                "a1403122383b",
                "AB_201403122383_CD",
                "urn:test:201403122383",
                "12-1403122383",
                "1403122383-1",
                "140312-2383-7",
                "99 201403122383",
                "201403722380", // samordningsnummer: day + 60
                "140372-2380",
                "0002292381", // 29 February 2000
                "åäö201403122383",
                "1234567 140312-2383",
                "２０１４０３１２２３８３", // full width
                "１４０３１２－２３８３",
                "140312\u20132383", // en dash
                "140312\u22122383", // minus sign
                "20140312\u20112383", // hyphen that does not break
                "20140312\u20142383",
                "140312\u00AD2383", // soft hyphen
                "140312\uFF0B2383", // full-width plus
                "١٤٠٣١٢-٢٣٨٣", // Arabic digits
                "𝟏𝟒𝟎𝟑𝟏𝟐-𝟐𝟑𝟖𝟑", // digits of mathematics
                "９140312-2383", // of what touches an ASCII one, only ASCII digits count
            })
    void one_is_found_wherever_it_hides(String text) {
        assertThat(HiddenPersonnummer.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "r1",
                "201403122384", // check digit
                "201413122381", // month
                "201402302382", // day
                "11403122383", // eleven digits
                "2014031223830", // thirteen digits
                "9201403122383",
                "140312-23830", // touches another digit
                "1140312-2383",
                "140312--2383",
                "140312-238",
                "140312 2383",
                "140312_2383",
                "14031-22383",
                "1403122-383",
                "2014-03-12-2383",
                "2026-01-10T09:00:00Z",
                "12345678",
                "r\u20131",
                "åäö – ２０２６−０１−１０",
                "２０１４０３１２２３８４", // check digit
            })
    void what_only_looks_like_one_is_none(String text) {
        assertThat(HiddenPersonnummer.isIn(text)).isFalse();
    }
}
