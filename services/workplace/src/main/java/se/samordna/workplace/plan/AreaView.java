package se.samordna.workplace.plan;

import java.util.List;

/** An area of a plan in words. */
record AreaView(
        String id,
        String name,
        String link,
        String csv,
        List<GoalView> goals,
        List<ActivityView> activities,
        String summary) {

    /** @param tone css name of its status */
    record ActivityView(String name, String status, String tone, String evidence) {}
}
