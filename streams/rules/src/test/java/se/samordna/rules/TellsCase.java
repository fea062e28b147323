package se.samordna.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samordna.rules.TellsTable.Grant;
import se.samordna.rules.TellsTable.Row;

/**
 * The circumstances of one alert, and what the page then lets its recipient be told.
 *
 * @param ground of the anchor's event
 * @param backed whether the consent that an event on the ground CONSENT names is active
 * @param consent whether an active consent names the recipient
 * @param caseOpen whether an investigation has been open since the event
 * @param hidden whether the child is protected
 * @param note what the alert itself says is to be told; empty: nothing
 */
record TellsCase(
        Agency to, Ground ground, boolean backed, boolean consent, boolean caseOpen, boolean hidden, String note) {

    /** All there are. */
    static List<TellsCase> all(Row row) {
        List<TellsCase> cases = new ArrayList<>();
        for (Agency to : Agency.values()) {
            for (Ground ground : Ground.values()) {
                for (int bits = 0; bits < 16; bits++) {
                    for (String note : notes(row, to)) {
                        cases.add(new TellsCase(
                                to, ground, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0, note));
                    }
                }
            }
        }
        return cases;
    }

    private static List<String> notes(Row row, Agency to) {
        List<String> notes = new ArrayList<>(List.of("", "a-code-of-no-row"));
        if (row.grant(to).orElse(new Grant.Full()) instanceof Grant.ByAlert(List<String> codes, var ground)) {
            notes.addAll(codes);
        }
        return notes;
    }

    /** By the table: "full on GROUND of EVIDENCE" or "CODE on GROUND"; empty: nothing. */
    Optional<String> expected(Row row) {
        if (row.own().isEmpty() && !released()) {
            return Optional.empty();
        }
        return row.grant(to).flatMap(grant -> expected(grant, row));
    }

    /** Where agencies are joined, an event on this ground takes part (design decision 4). */
    private boolean released() {
        return switch (ground) {
            case OWN, REPORT_DUTY, CHILD_CARE_NEED, CRIME_PREVENTION -> true;
            case INVESTIGATION_DUTY -> caseOpen;
            case CONSENT -> backed;
            case NONE -> false;
        };
    }

    private Optional<String> expected(Grant grant, Row row) {
        boolean isOwners = row.own().equals(Optional.of(to));
        return switch (grant) {
            case Grant.Full() -> Optional.of("full on " + (isOwners ? Ground.OWN : ground) + " of " + seen(row));
            case Grant.Code(String code) -> Optional.of(code + " on " + ground);
            case Grant.WithConsent(String code) ->
                Optional.of(code + " on CONSENT").filter(told -> consent);
            case Grant.ByAlert(List<String> codes, Optional<Ground> lawsOwn) ->
                Optional.of(note + " on " + lawsOwn.orElse(ground)).filter(told -> codes.contains(note));
            case Grant.IfCaseOpen(String code) ->
                Optional.of(code + " on " + ground).filter(told -> caseOpen && released());
        };
    }

    /** All but social services see their own events alone; of a protected child others' are bare ids. */
    private List<String> seen(Row row) {
        List<String> seen = new ArrayList<>();
        for (Agency agency : Agency.values()) {
            String id = agency == row.anchor() ? "anchor" : "other " + agency.ordinal();
            if (to == agency) {
                seen.add(id + " of " + agency);
            } else if (to == Agency.SOCIAL_SERVICES) {
                seen.add(hidden ? id : id + " of " + agency);
            }
        }
        return seen.stream().sorted().toList();
    }
}
