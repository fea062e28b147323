package se.samordna.workplace.inbox;

import se.samordna.access.Area;
import se.samordna.schemas.Kommunkod;
import se.samordna.workplace.query.Alert;
import se.samordna.workplace.query.AlertList;

/** A list with where it is of. */
record Placed(Area area, AlertList list) {

    /** Whether it may hold alerts of more municipalities than one. */
    boolean ofSeveral() {
        return area.municipalities().size() > 1;
    }

    /** The municipality of one of its alerts, for the way to its page: a notice names none itself. Empty: not known. */
    String municipality(Alert alert) {
        return area.municipality()
                .map(Kommunkod::code)
                .orElseGet(() -> list.filed().getOrDefault(alert.alertId(), alert.municipality()));
    }

    /** What it is called, where the list is of several; else empty. */
    String name(Alert alert) {
        return ofSeveral()
                ? Kommunkod.of(municipality(alert)).map(Kommunkod::name).orElse("")
                : "";
    }
}
