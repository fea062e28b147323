package se.samordna.workplace.identity;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import se.samordna.events.Agency;
import se.samordna.kit.privacy.Identity;
import se.samordna.kit.privacy.IdentitySealer;
import se.samordna.kit.web.KitSettings;
import se.samordna.platform.SealedIdentity;

/** Holds what a test has sealed with the workplace's own public key. */
@Component
@Primary
public final class FakeVault implements Vault {
    private final IdentitySealer sealer;
    private final List<SealedIdentity> held = new ArrayList<>();
    private boolean ready = true;

    FakeVault(KitSettings settings) {
        sealer = IdentitySealer.with(settings.vaultKeys());
    }

    public synchronized void isEmpty() {
        held.clear();
        ready = true;
    }

    public synchronized void isStillRead() {
        ready = false;
    }

    public synchronized void holds(UUID child, String municipality, Agency agency, Identity identity, String at) {
        byte[] sealed = sealer.seal(identity, child, municipality, agency);
        held.add(new SealedIdentity(child, municipality, agency, Instant.parse(at), ByteBuffer.wrap(sealed)));
    }

    @Override
    public synchronized Answer of(UUID childId, BiPredicate<Agency, String> theirs) {
        List<SealedIdentity> all =
                held.stream().filter(one -> one.getChildId().equals(childId)).toList();
        boolean any = all.stream().anyMatch(one -> theirs.test(one.getAgency(), one.getMunicipality()));
        return ready ? new Answer.Held(any ? all : List.of()) : new Answer.NotReady();
    }
}
