package se.samordna.indicators.units;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.Calendar;
import se.samordna.rules.Fact;
import se.samordna.rules.Reads;
import se.samordna.rules.SocialFact.BookPacketSent;
import se.samordna.rules.View;

/**
 * I12: six packets from the child's first on, one every other month, each due at the end of its day; in the numerator
 * if that many have been sent by then. Boken som kompis (Östersund A3). No event says what was planned.
 */
record I12BookPackets() implements UnitIndicator {

    private static final int PACKETS = 6;
    private static final long MONTHS_BETWEEN = 2;

    @Override
    public Definition definition() {
        return Definitions.BOOK_PACKETS;
    }

    @Override
    public Reads reads() {
        return new Reads.Own(Agency.SOCIAL_SERVICES);
    }

    @Override
    public Set<Class<? extends Body>> concerns() {
        return Set.of(BookPacketSent.class);
    }

    @Override
    public List<Unit> units(View facts) {
        List<Fact<BookPacketSent>> sent = facts.of(BookPacketSent.class);
        return sent.stream()
                .limit(1)
                .flatMap(first -> IntStream.range(0, PACKETS).mapToObj(k -> {
                    Instant due = Calendar.end(Calendar.day(first.at()).plusMonths(MONTHS_BETWEEN * k));
                    long before = sent.stream()
                            .filter(packet -> packet.at().isBefore(due))
                            .count();
                    return Unit.due(first, due, before > k);
                }))
                .toList();
    }
}
