package se.samordna.cli.county;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The children of one municipality, family by family, with the ages of a real one. */
final class Population {
    /** Children per year of age 0–17 in Östersund at the end of 2023; 16 and 17 as their age group's share. */
    private static final int[] AGES = {
        595, 664, 664, 664, 663, 663, 759, 759, 759, 758, 743, 742, 742, 778, 777, 777, 764, 764
    };

    private static final double VULNERABLE = 0.12;
    private static final double MOVES_A_YEAR = 0.022;

    private final CountyOrder order;
    private final Municipality municipality;
    private final int[] bornPerAge = new int[AGES.length];
    private final Set<String> taken;

    /** @param taken the test numbers given out so far, in all municipalities */
    Population(CountyOrder order, Municipality municipality, Set<String> taken) {
        this.order = order;
        this.municipality = municipality;
        this.taken = taken;
    }

    static Set<String> noNumbers() {
        return new HashSet<>();
    }

    List<List<Resident>> families() {
        List<List<Resident>> families = new ArrayList<>();
        int index = 0;
        while (index < municipality.children()) {
            Dice dice = Dice.of(order.seed(), municipality.number(), index, 0xFA);
            int size = Math.min(size(dice), municipality.children() - index);
            boolean vulnerable = dice.chance(VULNERABLE);
            Resident.Move move = move(dice);
            List<Resident> family = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                family.add(child(index++, vulnerable, move));
            }
            families.add(family);
        }
        return families;
    }

    private static int size(Dice dice) {
        double drawn = dice.unit();
        if (drawn < 0.45) {
            return 1;
        }
        return drawn < 0.86 ? 2 : 3;
    }

    private Resident child(int index, boolean vulnerable, Resident.Move move) {
        long key = Dice.mix(order.seed(), municipality.number(), index);
        Dice dice = Dice.of(key, 1);
        boolean girl = dice.chance(0.486);
        LocalDate born = birthday(dice);
        String number = TestNumber.of(born, girl);
        String id = order.pseudonyms()
                .of(municipality.code(), number)
                .filter(_ -> taken.add(number))
                .map(UUID::toString)
                .orElseGet(() -> Id.child(order.seed(), municipality.number(), index));
        String identity = "\"childId\":\"" + id + '"';
        if (order.personnummer() && taken.add(number)) {
            identity = "\"personnummer\":\"" + number + '"';
            id = "";
        }
        return new Resident(
                municipality.number(), index, key, identity, id, born, girl, protection(index, dice), vulnerable, move);
    }

    /** Two families of a hundred a year move to another municipality of those generated. */
    private Resident.Move move(Dice dice) {
        Window window = order.window();
        List<Municipality> all = order.municipalities();
        Municipality to = all.get(dice.between(0, all.size()));
        boolean moves = dice.chance(MOVES_A_YEAR * window.years()) && !to.code().equals(municipality.code());
        return moves ? new Resident.Move(to.number(), window.any(dice)) : Resident.Move.STAYS;
    }

    /**
     * An age drawn, then the day of that year by turns: the first children of an age are born on different days, and
     * so the one test number of a day and sex reaches far.
     */
    private LocalDate birthday(Dice dice) {
        int age = age(dice);
        int turn = bornPerAge[age]++;
        long day = turn * 149L % 365;
        return order.until().minusYears(age).minusDays(1 + day);
    }

    private static int age(Dice dice) {
        int total = 0;
        for (int n : AGES) {
            total += n;
        }
        int left = dice.between(0, total);
        int age = 0;
        while (left >= AGES[age]) {
            left -= AGES[age++];
        }
        return age;
    }

    private static String protection(int index, Dice dice) {
        if (index == 40 || dice.chance(0.0008)) {
            return "SECRECY_MARKED";
        }
        return index == 60 || dice.chance(0.0003) ? "PROTECTED_REGISTRATION" : "NONE";
    }
}
