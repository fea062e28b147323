package se.samordna.cli.county;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All schools of the county and who goes where; a child that moves is on two rolls, one after the other. */
final class Schools {
    private final Map<Integer, List<School>> byMunicipality = new LinkedHashMap<>();
    private final Window window;
    private final Ledger ledger;

    Schools(Window window, Ledger ledger) {
        this.window = window;
        this.ledger = ledger;
    }

    void open(long seed, int municipality, int pupils) {
        byMunicipality.put(municipality, School.forPupils(seed, municipality, pupils, window));
    }

    void enrol(Resident child, Trouble trouble) {
        School first = school(child.municipality(), child);
        long left = child.move().at();
        first.pupils().add(new Pupil(child, trouble, child.municipality(), Long.MIN_VALUE, left));
        if (child.moves()) {
            School next = school(child.move().to(), child);
            next.pupils().add(new Pupil(child, trouble, child.move().to(), left, Long.MAX_VALUE));
            if (child.isPupilOn(Sweden.dayOf(left))) {
                Life life = new Life(child, window, ledger, 17);
                life.tell("EnrolmentEnded", Voice.SCHOOL, left - Sweden.HOUR);
                life.tell(
                        "Enrolled",
                        Voice.SCHOOL,
                        Sweden.officeAfter(left, 1, life.dice()),
                        l -> l.text("schoolUnitCode", School.unitCode(next.municipality(), next.number())));
            }
        }
    }

    /** Whether the platform hears from the child's school all the time. */
    boolean heard(Resident child) {
        return school(child.municipality(), child).alwaysHeard();
    }

    private School school(int municipality, Resident child) {
        List<School> units = byMunicipality.getOrDefault(municipality, List.of());
        return units.get(child.index() / 4 % units.size());
    }

    List<School> all() {
        List<School> all = new ArrayList<>();
        byMunicipality.values().forEach(all::addAll);
        return all;
    }
}
