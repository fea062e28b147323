package se.samordna.indicators.units;

import static se.samordna.indicators.units.Facts.closed;
import static se.samordna.indicators.units.Facts.moved;
import static se.samordna.indicators.units.Facts.opened;
import static se.samordna.indicators.units.Facts.placed;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.samordna.rules.Agency;
import se.samordna.rules.SocialCode.HousingKind;
import se.samordna.rules.SocialCode.PlacementKind;
import se.samordna.rules.SocialFact.CaseworkerAssigned;
import se.samordna.rules.SocialFact.CaseworkerUnassigned;
import se.samordna.rules.SocialFact.HomeSupportEnded;
import se.samordna.rules.SocialFact.HousingNotice;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.SkolFamEnded;
import se.samordna.rules.SocialFact.SkolFamEnrolled;

/** I11, I21, I22, I23 and I27: where a child lives and who is there for it. */
class HomesTest {

    @Test
    void a_placed_pupil_is_in_skolfam_at_a_months_end_or_now() {
        Story story = Story.of("I11")
                .on("2026-01-10", "p", placed("p", PlacementKind.FOSTER, true))
                .on("2026-02-03", "s", new SkolFamEnrolled());
        story.adds("I11 2380 2026 1/1", "I11 2380 2026-01 0/1", "I11 2380 2026-02 1/1", "I11 2380 2026-Q1 1/1");

        story.time("2026-04-01 00:00:00")
                .adds(
                        "I11 2380 2026 1/1",
                        "I11 2380 2026-01 0/1",
                        "I11 2380 2026-02 1/1",
                        "I11 2380 2026-03 1/1",
                        "I11 2380 2026-04 1/1",
                        "I11 2380 2026-Q1 1/1",
                        "I11 2380 2026-Q2 1/1");

        story.on("2026-04-02", "e", new SkolFamEnded())
                .on("2026-04-02", "m", moved("p", PlacementKind.FOSTER, false))
                .adds("I11 2380 2026-01 0/1", "I11 2380 2026-02 1/1", "I11 2380 2026-03 1/1", "I11 2380 2026-Q1 1/1");
    }

    @Test
    void a_placement_retracted_a_year_later_was_never_counted() {
        Story story = Story.of("I11").on("2026-01-10", "p", placed("p", PlacementKind.FOSTER, true));
        story.time("2026-01-31 23:59:59.999").adds("I11 2380 2026 0/1", "I11 2380 2026-01 0/1", "I11 2380 2026-Q1 0/1");
        story.retracts("2027-02-01", "p", Agency.SOCIAL_SERVICES).adds();
    }

    @Test
    void a_threat_that_ends_with_the_eviction_is_not_averted() {
        Story.of("I21", "I22")
                .on("2026-01-10", "a", notice("flat", HousingKind.ARREARS))
                .on("2026-02-10", "d", notice("flat", HousingKind.DATE_SET))
                .on("2026-03-10", "e", notice("flat", HousingKind.EXECUTED))
                .on("2026-03-20", "a2", notice("other", HousingKind.APPLIED))
                .on("2026-04-20", "w", notice("other", HousingKind.WITHDRAWN))
                .on("2026-05-01", "a3", notice("third", HousingKind.DISTURBANCE))
                .adds(
                        "I21 2380 2026 1/0",
                        "I21 2380 2026-03 1/0",
                        "I21 2380 2026-Q1 1/0",
                        "I22 2380 2026-03 0/1",
                        "I22 2380 2026-04 1/1");
    }

    @Test
    void a_child_that_is_not_placed_half_a_year_after_the_support_is_at_home() {
        Story story = Story.of("I23")
                .on("2025-08-31", "h", new HomeSupportEnded("s", "GOOD"))
                .time("2026-02-28 23:59:59.999");
        story.adds();
        story.time("2026-03-01 00:00:00").adds("I23 2380 2026-02 1/1");
        story.late("2026-04-01", "2026-03-01 00:00:00", "p", placed("p", PlacementKind.FOSTER, true))
                .adds("I23 2380 2026-02 0/1");
        story.late("2026-05-01", "2026-03-01 00:00:00", "e", new PlacementEnded("p"))
                .adds("I23 2380 2026-02 1/1");
    }

    @Test
    void every_day_of_an_open_case_counts_once_it_is_over() {
        Story story =
                Story.of("I27").on("2026-01-30", "i", opened("i")).on("2026-01-30", "w", new CaseworkerAssigned());
        story.time("2026-01-30 23:59:59.998").adds();
        story.time("2026-01-30 23:59:59.999").adds("I27 2380 2026-01 0/1");
        story.time("2026-02-02").adds("I27 2380 2026-01 0/2", "I27 2380 2026-02 0/1");
        story.on("2026-02-27", "u", new CaseworkerUnassigned())
                .time("2026-03-03")
                .adds("I27 2380 2026-01 0/2", "I27 2380 2026-02 2/28", "I27 2380 2026-03 2/2");
        story.on("2026-03-05", "w2", new CaseworkerAssigned())
                .on("2026-03-08", "c", closed("i"))
                .time("2026-09-01")
                .adds("I27 2380 2026-01 0/2", "I27 2380 2026-02 2/28", "I27 2380 2026-03 4/7");
    }

    @Test
    void a_case_opened_in_another_municipality_takes_the_days_over() {
        Story.of("I27")
                .on("2026-01-30", "i", opened("i"))
                .in("2303")
                .on("2026-02-03", "j", opened("j"))
                .on("2026-02-05", "c", closed("i"))
                .time("2026-02-07")
                .adds("I27 2303 2026-02 0/4", "I27 2380 2026-01 0/2", "I27 2380 2026-02 0/2");
    }

    private static HousingNotice notice(String id, HousingKind kind) {
        return new HousingNotice(id, kind, Optional.empty());
    }
}
