package se.samordna.cli.county;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** One family's year: what happens to its children together, and to each alone. */
final class FamilyStory {
    private static final double REPORTED = 0.040;
    private static final double REPORTED_BURDEN = 10;
    private static final double FURTHER_REPORTS = 1.25;
    private static final double POLICE_CAME = 0.012;
    private static final double POLICE_BURDEN = 7;

    private final List<Life> lives;
    private final Map<Integer, Trouble> troubles;
    private final Window window;
    private final Dice dice;
    private final List<List<Concern>> concerns = new ArrayList<>();

    /** @param troubles filled here, by the child's place in {@code family}, for the school's records */
    FamilyStory(List<Resident> family, Window window, Ledger ledger, Map<Integer, Trouble> troubles) {
        this.lives =
                family.stream().map(child -> new Life(child, window, ledger)).toList();
        this.window = window;
        this.troubles = troubles;
        this.dice = family.getFirst().dice(3);
        lives.forEach(life -> concerns.add(new ArrayList<>()));
    }

    void tell() {
        reports();
        police();
        for (int i = 0; i < lives.size(); i++) {
            Life life = lives.get(i);
            school(i, life);
            health(life);
            youth(life);
            social(i, life);
            new SipStory(life).tell();
            new BookStory(life).tell();
        }
        housing();
    }

    private void reports() {
        Resident first = lives.getFirst().child();
        if (!first.meets(dice, REPORTED * window.years(), REPORTED_BURDEN)) {
            return;
        }
        int occasions = 1 + dice.count(FURTHER_REPORTS * window.years());
        for (int i = 0; i < occasions; i++) {
            share(Concern.draw(window, dice), 0.75);
        }
    }

    /** Reports name some or all of the children of a family. */
    private void share(Concern concern, double each) {
        int sure = dice.between(0, lives.size());
        for (int i = 0; i < lives.size(); i++) {
            if (i == sure || dice.chance(each)) {
                concerns.get(i).add(i == sure ? concern : concern.alsoFor(dice));
            }
        }
    }

    private void police() {
        if (lives.getFirst().child().meets(dice, POLICE_CAME * window.years(), POLICE_BURDEN)) {
            long at = window.any(dice);
            for (int i = 0; i < lives.size(); i++) {
                concerns.get(i).addAll(PoliceStory.incident(lives.get(i), at));
            }
        }
    }

    private void school(int place, Life life) {
        Trouble trouble = Trouble.draw(life.child(), window);
        troubles.put(life.child().index(), trouble);
        if (life.child().isPupilOn(window.until()) || life.child().isPupilOn(window.from())) {
            concerns.get(place).addAll(InquiryStory.tell(life, trouble));
        }
    }

    private void health(Life life) {
        double yearly = BupStory.yearly(life.child(), life.child().ageOn(window.until()));
        double burden =
                troubles.getOrDefault(life.child().index(), Trouble.NONE).any() ? 5 : 2;
        Dice own = life.child().dice(5);
        if (own.chance(Math.min(0.8, yearly * burden * 0.4))) {
            new BupStory(life).known(window.start() - dice.between(20, 300) * Sweden.DAY);
        } else if (own.chance(Math.min(0.8, yearly * burden * window.years()))) {
            new BupStory(life).referred(Sweden.officeAfter(window.any(own), 0.1, own));
        }
    }

    private void youth(Life life) {
        int age = life.child().ageOn(window.until());
        if (age >= 14 && life.child().meets(dice, 0.012 * window.years(), 4)) {
            PoliceStory.youthCrime(life, window.any(dice));
        }
    }

    private void social(int place, Life life) {
        List<Concern> own = concerns.get(place);
        own.sort(Comparator.comparingLong(Concern::at));
        ConcernStory story = new ConcernStory(life);
        if (dice.chance(life.child().vulnerable() ? 0.07 : 0.003)) {
            long since = window.start() - dice.between(3, 75) * Sweden.DAY;
            story.investigatedUntil(new InvestigationStory(life).open(since, "", false));
            siblings(life);
        } else if (dice.chance(life.child().vulnerable() ? 0.08 : 0.004)) {
            new SupportStory(life).support(window.start() - dice.between(30, 60) * Sweden.DAY);
        }
        story.tell(own);
        if (own.size() > 1) {
            siblings(life);
        }
    }

    private void siblings(Life life) {
        for (Life other : lives) {
            if (other != life && !other.child().id().isEmpty()) {
                long at = window.start() + 2 * Sweden.DAY + dice.between(1, 200) * Sweden.HOUR;
                life.tell(
                        "SiblingLinked",
                        Voice.SOCIAL,
                        at,
                        l -> l.text("siblingChildId", other.child().id()));
            }
        }
    }

    private void housing() {
        if (lives.getFirst().child().meets(dice, 0.004 * window.years(), 8)) {
            long at = Sweden.officeAfter(window.any(dice), 0.2, dice);
            lives.forEach(life -> new HousingStory(life).tell(at));
        }
    }
}
