package se.samordna.cli.county;

/** Östersund's libraries send the youngest a packet of books each other month, six in all; now and then one is missed. */
final class BookStory {
    private static final int OSTERSUND = 2380;
    private static final long PURPOSE = 0xB00C;
    private static final int PACKETS = 6;
    private static final int MONTHS_BETWEEN = 2;

    private final Life life;
    private final Dice dice;

    BookStory(Life of) {
        this.life = of.beside(PURPOSE);
        this.dice = life.dice();
    }

    void tell() {
        if (life.child().municipality() != OSTERSUND || !dice.chance(0.9)) {
            return;
        }
        for (int number = 1; number <= PACKETS; number++) {
            int packet = number;
            long at = Sweden.at(
                    life.child()
                            .born()
                            .plusMonths((long) MONTHS_BETWEEN * number)
                            .plusDays(dice.between(0, 12)),
                    10.5);
            if (at >= life.window().start() && dice.chance(0.95)) {
                life.tell("BookPacketSent", Voice.SOCIAL, at, l -> l.number("number", packet));
            }
        }
    }
}
