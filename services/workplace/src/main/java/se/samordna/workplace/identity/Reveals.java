package se.samordna.workplace.identity;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import se.samordna.access.Caller;
import se.samordna.kit.privacy.IdentityOpener;
import se.samordna.kit.publish.EventPublisher;
import se.samordna.kit.publish.Outgoing;
import se.samordna.kit.publish.Published;
import se.samordna.kit.web.KitSettings;
import se.samordna.platform.Access;
import se.samordna.platform.SealedIdentity;
import se.samordna.schemas.Keys;
import se.samordna.schemas.Topics;
import se.samordna.workplace.query.Answer;
import se.samordna.workplace.query.ChildAnswer;
import se.samordna.workplace.query.Queries;
import se.samordna.workplace.query.TimelineAnswer;

/**
 * Says who a child is to those who may know it.
 *
 * <pre>
 * coordination, by the caller's token ─▶ vault ─▶ opened ─▶ theirs to know? ─▶ access log ─▶ said
 *      │ not shown the child                            │ no                      │ away
 *      ╰───────────────────▶ access log ─▶ "nothing"  ◀─╯                         ╰─▶ nothing said at all
 * </pre>
 */
@Component
public final class Reveals {

    private static final String WHAT = "IDENTITY";
    private static final int SOON = 5;

    private final Queries queries;
    private final Vault vault;
    private final IdentityOpener opener;
    private final EventPublisher publisher;
    private final Clock clock;

    Reveals(
            Queries queries,
            Vault vault,
            KitSettings settings,
            EventPublisher publisher,
            @Qualifier("intakeClock") Clock clock) {
        this.queries = queries;
        this.vault = vault;
        this.opener = IdentityOpener.with(settings.vaultKeys());
        this.publisher = publisher;
        this.clock = clock;
    }

    /** What is said to the caller, and logged; or why nothing can be said now. */
    public Answer<Revealed> reveal(Caller caller, UUID childId, Purpose purpose) {
        Look look = new Look(caller, childId, purpose);
        return switch (queries.child(childId, Optional.empty())) {
            case Answer.Found<ChildAnswer>(ChildAnswer child) ->
                switch (queries.timeline(childId, Optional.empty())) {
                    case Answer.Found<TimelineAnswer>(TimelineAnswer timeline) ->
                        opened(look, new Standing(caller, child, timeline.events()));
                    case Answer<TimelineAnswer> none -> notShown(look, none);
                };
            case Answer<ChildAnswer> none -> notShown(look, none);
        };
    }

    /** Who asks for whom, and what for. */
    private record Look(Caller caller, UUID childId, Purpose purpose) {}

    /** Of a child that coordination does not show them, nobody is told whether it is known who it is. */
    private <T> Answer<Revealed> notShown(Look look, Answer<T> none) {
        return switch (none) {
            case Answer.Refused<T> _ -> found(look, "DENIED", new Revealed.Nothing());
            case Answer.Absent<T> _ -> found(look, "ABSENT", new Revealed.Nothing());
            case Answer<T> later -> later.map(_ -> new Revealed.Nothing());
        };
    }

    private Answer<Revealed> opened(Look look, Standing standing) {
        return switch (vault.of(look.childId, standing::sees)) {
            case Vault.Answer.NotReady _ -> new Answer.NotReady<>(SOON);
            case Vault.Answer.Held(List<SealedIdentity> sealed) -> {
                List<Told> all =
                        sealed.stream().flatMap(one -> open(look, one).stream()).toList();
                yield judged(look, standing, all, all.size() < sealed.size());
            }
        };
    }

    private Optional<Told> open(Look look, SealedIdentity sealed) {
        ByteBuffer bytes = sealed.getSealed().duplicate();
        byte[] all = new byte[bytes.remaining()];
        bytes.get(all);
        return opener.open(all, look.childId, sealed.getMunicipality(), sealed.getAgency())
                .map(identity -> new Told(identity, sealed.getAgency(), sealed.getMunicipality(), sealed.getAt()));
    }

    /** @param unread whether something does not open: then it may say that the identity is protected */
    private Answer<Revealed> judged(Look look, Standing standing, List<Told> all, boolean unread) {
        List<Told> theirs = all.stream()
                .filter(told -> standing.sees(told.agency(), told.municipality()))
                .toList();
        boolean seenProtected = standing.isProtected() || theirs.stream().anyMatch(Told::isProtected);
        boolean isProtected = seenProtected || unread || all.stream().anyMatch(Told::isProtected);
        Optional<Told> newest = theirs.stream().max(Comparator.comparing(Told::at));
        if (newest.isEmpty()) {
            return found(look, "ABSENT", new Revealed.Nothing());
        }
        if (isProtected && !standing.mayMeetTheProtected()) {
            // That it is protected is said to those who see it of the child; to others it would tell of another
            // authority.
            return found(look, "DENIED", seenProtected ? new Revealed.Protected() : new Revealed.Nothing());
        }
        Told told = newest.get();
        return found(
                look,
                "GRANTED",
                new Revealed.Shown(told.identity(), told.agency(), told.municipality(), told.at(), isProtected));
    }

    /** What is to be said, once it is in the log; an entry that is not there says the same of all there may be. */
    private Answer<Revealed> found(Look look, String result, Revealed revealed) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Access entry = new Access(
                look.caller.subject(), look.caller.role().word(), look.purpose.name(), WHAT, at, result, look.childId);
        Published published =
                publisher.publish(List.of(new Outgoing(Topics.ACCESS_LOG, Keys.child(look.childId), entry, at)));
        return new Answer.Found<>(published instanceof Published.Acknowledged ? revealed : new Revealed.NoLog());
    }
}
