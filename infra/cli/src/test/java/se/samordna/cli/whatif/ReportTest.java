package se.samordna.cli.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Report.OfRule CHANGED = new Report.OfRule("R02", "assessment-overdue", 7, 7, 0, 0, 7);

    @Test
    void where_nobody_would_get_more_or_fewer_there_is_one_table_and_nothing_else() {
        assertThat(printed(new Report(FROM, FROM, List.of(CHANGED), List.of())))
                .hasSize(5)
                .element(4)
                .asString()
                .startsWith("all rules");
    }

    @Test
    void who_would_get_more_is_told_by_municipality_week_and_agency() {
        List<String> lines = printed(new Report(
                FROM,
                FROM,
                List.of(new Report.OfRule("R09", "rising-absence", 1, 3, 2, 0, 0)),
                List.of(new Report.Workload("2380", "2026-W12", "SCHOOL", 1, 3))));

        assertThat(lines).hasSize(8);
        assertThat(lines.get(6).split(" +"))
                .containsExactly("municipality", "week", "agency", "in", "force", "what", "if", "extra");
        assertThat(lines.get(7).split(" +")).containsExactly("2380", "2026-W12", "SCHOOL", "1", "3", "+2");
    }

    private static List<String> printed(Report report) {
        StringWriter text = new StringWriter();
        report.print(new PrintWriter(text, true));
        return text.toString().lines().toList();
    }
}
