package se.samordna.workplace.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.samordna.workplace.query.Event;
import se.samordna.workplace.query.Freshness;
import se.samordna.workplace.timeline.Picture.Bar;
import se.samordna.workplace.timeline.Picture.Lane;
import se.samordna.workplace.timeline.Picture.Mark;

/** A child's spring, drawn. */
class TimelineTest {
    static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Instant NOW = Instant.parse("2026-06-22T08:00:00Z");
    private static final Words WORDS = new PlainWords();

    private final List<Event> events = new ArrayList<>();

    @Test
    void what_opens_and_closes_is_a_bar_and_what_stays_open_reaches_now() {
        social("2026-03-01", "InvestigationOpened", "investigationId", "i1");
        social("2026-04-01", "InvestigationOpened", "investigationId", "i2");
        social("2026-05-01", "InvestigationClosed", "investigationId", "i1");
        social("2026-05-02", "InvestigationClosed", "investigationId", "another");

        assertThat(Underway.of(events))
                .containsExactly(
                        new Underway(
                                "SOCIAL_SERVICES",
                                "investigation",
                                noon("2026-03-01"),
                                Optional.of(noon("2026-05-01"))),
                        new Underway("SOCIAL_SERVICES", "investigation", noon("2026-04-01"), Optional.empty()));
    }

    @Test
    void a_later_contact_with_bup_opens_nothing_new_until_it_was_closed() {
        region("2026-02-01", "BupContact", "contactId", "c1");
        region("2026-03-01", "BupContact", "contactId", "c2");
        region("2026-04-01", "BupClosed", "x", "");
        region("2026-05-01", "BupContact", "contactId", "c3");

        assertThat(Underway.of(events))
                .containsExactly(
                        new Underway("REGION", "bup", noon("2026-02-01"), Optional.of(noon("2026-04-01"))),
                        new Underway("REGION", "bup", noon("2026-05-01"), Optional.empty()));
    }

    @Test
    void bars_that_overlap_lie_below_each_other_and_others_share_a_row() {
        social("2026-03-01", "InvestigationOpened", "investigationId", "i1");
        social("2026-04-01", "SupportStarted", "supportId", "s1");
        social("2026-05-01", "InvestigationClosed", "investigationId", "i1");
        social("2026-05-20", "PlacementStarted", "placementId", "p1");

        List<Bar> bars = lane("SOCIAL_SERVICES").bars();

        assertThat(bars).hasSize(3);
        assertThat(bars.get(1).y()).isGreaterThan(bars.get(0).y());
        assertThat(bars.get(2).y()).isEqualTo(bars.get(0).y());
        assertThat(bars).allMatch(bar -> bar.x() >= Span.LEFT && bar.x() + bar.width() <= Span.RIGHT);
    }

    @Test
    void events_of_one_day_are_one_mark_that_names_them_all() {
        social("2026-06-01", "ConcernReportReceived", "reportId", "r1");
        social("2026-06-01", "ProtectionAssessed", "reportId", "r1");
        social("2026-06-15", "ConcernReportReceived", "reportId", "r2");

        List<Mark> marks = lane("SOCIAL_SERVICES").marks();

        assertThat(marks).extracting(Mark::count).containsExactly(2, 1);
        assertThat(marks.getFirst().title())
                .isEqualTo("2026-06-01: ConcernReportReceived\n2026-06-01: ProtectionAssessed");
    }

    @Test
    void what_lies_outside_the_window_is_not_drawn() {
        social("2020-01-01", "ConcernReportReceived", "reportId", "r1");
        social("2020-01-01", "SupportStarted", "supportId", "s1");
        social("2020-02-01", "SupportEnded", "supportId", "s1");

        assertThat(lane("SOCIAL_SERVICES").marks()).isEmpty();
        assertThat(lane("SOCIAL_SERVICES").bars()).isEmpty();
    }

    @Test
    void absence_is_summed_by_school_week_without_what_was_not_reported() {
        school("2026-06-01", "true", 300, 60, 0);
        school("2026-06-05", "true", 300, 0, 120);
        school("2026-06-05", "false", 300, 300, 0);
        school("2026-06-08", "true", 200, 0, 0);
        school("soon", "true", 300, 300, 0);

        List<Attendance> weeks = Attendance.weeks(events);

        assertThat(weeks)
                .containsExactly(
                        new Attendance(LocalDate.of(2026, 6, 1), 7, 600, 60, 120),
                        new Attendance(LocalDate.of(2026, 6, 8), 7, 200, 0, 0));
        assertThat(weeks.getFirst().percentAbsent()).isEqualTo(30);
        assertThat(lane("SCHOOL").weeks()).hasSize(2);
        assertThat(lane("SCHOOL").marks()).isEmpty();
    }

    @Test
    void a_silent_source_is_a_gap_up_to_now_and_one_never_heard_of_all_the_way() {
        Freshness fresh = new Freshness(
                Optional.of(NOW),
                false,
                List.of(
                        new Freshness.Source("SCHOOL", "", Optional.of(noon("2026-06-01")), true),
                        new Freshness.Source("REGION", "", Optional.empty(), true),
                        new Freshness.Source("POLICE", "", Optional.empty(), false)));

        Picture picture = new Drawing(ZONE, WORDS).draw(events, List.of(), fresh, NOW, Window.USUAL, "SOCIAL_SERVICES");

        assertThat(picture.lanes())
                .extracting(lane -> lane.gap().isPresent())
                .containsExactly(false, true, true, false);
        Picture.Gap school = picture.lanes().get(1).gap().orElseThrow();
        Picture.Gap region = picture.lanes().get(2).gap().orElseThrow();
        assertThat(school.x() + school.width())
                .isEqualTo(picture.now().orElseThrow().x());
        assertThat(school.text()).isEqualTo("child.timeline.gap 2026-06-01");
        assertThat(region.x()).isEqualTo(Span.LEFT);
        assertThat(region.text()).isEqualTo("child.timeline.gap.never");
    }

    @Test
    void an_empty_lane_of_another_agency_says_that_what_may_not_be_told_is_not_in_it() {
        social("2026-03-01", "InvestigationOpened", "investigationId", "i1");
        region("2019-02-01", "BupContact", "contactId", "c1");
        add("SCHOOL", NOW, "AbsenceInquiryOpened", Map.of());

        assertThat(notes("SOCIAL_SERVICES"))
                .containsExactly("", "child.timeline.withheld.absence", "", "child.timeline.withheld");
        assertThat(notes("REGION"))
                .as("of others' events the region is shown none, of any child")
                .containsExactly("child.timeline.others", "child.timeline.others", "", "child.timeline.others");

        school("2026-06-01", "true", 300, 0, 0);
        assertThat(notes("SOCIAL_SERVICES").get(1)).as("attendance is shown").isEmpty();
    }

    private List<String> notes(String reader) {
        return drawn(reader).lanes().stream()
                .map(lane -> lane.note().orElse(""))
                .toList();
    }

    private Picture drawn(String reader) {
        return new Drawing(ZONE, WORDS)
                .draw(events, List.of(), new Freshness(Optional.of(NOW), false, List.of()), NOW, Window.USUAL, reader);
    }

    @Test
    void months_stand_in_order_and_leave_room_for_now() {
        Picture picture = drawn("SOCIAL_SERVICES");

        assertThat(picture.ticks()).hasSize(12);
        assertThat(picture.ticks()).extracting(Picture.Tick::x).isSorted();
        assertThat(picture.ticks().getLast().text()).isEmpty();
    }

    private Lane lane(String agency) {
        Freshness fresh = new Freshness(Optional.of(NOW), false, List.of());
        return new Drawing(ZONE, WORDS)
                .draw(events, List.of(), fresh, NOW, Window.USUAL, "SOCIAL_SERVICES")
                .lanes()
                .get(Drawing.AGENCIES.indexOf(agency));
    }

    private void social(String day, String type, String field, String value) {
        add("SOCIAL_SERVICES", noon(day), type, Map.of(field, List.of(value)));
    }

    private void region(String day, String type, String field, String value) {
        add("REGION", noon(day), type, Map.of(field, List.of(value)));
    }

    private void school(String date, String isReported, int offered, int valid, int invalid) {
        add(
                "SCHOOL",
                NOW,
                "AttendanceReported",
                Map.of(
                        "date", List.of(date),
                        "isReported", List.of(isReported),
                        "offeredMinutes", List.of("" + offered),
                        "validAbsenceMinutes", List.of("" + valid),
                        "invalidAbsenceMinutes", List.of("" + invalid)));
    }

    private void add(String agency, Instant at, String type, Map<String, List<String>> facts) {
        events.add(new Event("e" + events.size(), type, agency, Optional.of(at), facts, false, false));
    }

    private static Instant noon(String day) {
        return LocalDate.parse(day).atTime(12, 0).atZone(ZONE).toInstant();
    }
}
