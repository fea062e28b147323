package se.samordna.kit.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import se.samordna.events.ProtectedIdentity;

/**
 * An identity as bytes, before it is sealed: version, protection, twelve digits, both names, and zeros up to a constant
 * length, so that the length of what is sealed tells nothing of a name.
 */
final class IdentityBytes {

    /** Room for two names of the greatest length in characters of three bytes. */
    static final int LENGTH = 448;

    private static final byte VERSION = 1;
    private static final int DIGITS = 12;
    /** For the century of a short number; all of ours are long. */
    private static final LocalDate NO_DAY = LocalDate.of(2000, 1, 1);

    private IdentityBytes() {}

    static byte[] of(Identity identity) {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
        bytes.put(VERSION).put(code(identity.protection()));
        bytes.put(identity.personnummer().digits().getBytes(StandardCharsets.US_ASCII));
        text(bytes, identity.given());
        text(bytes, identity.family());
        return bytes.array();
    }

    /** Empty of what is none, or of a version that is not known. */
    static Optional<Identity> read(byte[] plain) {
        if (plain.length != LENGTH || plain[0] != VERSION) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(plain).position(1);
        ProtectedIdentity protection = protection(bytes.get());
        byte[] digits = new byte[DIGITS];
        bytes.get(digits);
        String given = text(bytes);
        String family = text(bytes);
        return Personnummer.parse(new String(digits, StandardCharsets.US_ASCII), NO_DAY)
                .map(number -> new Identity(number, given, family, protection));
    }

    private static void text(ByteBuffer bytes, String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        bytes.putShort((short) encoded.length).put(encoded);
    }

    private static String text(ByteBuffer bytes) {
        byte[] encoded = new byte[bytes.getShort()];
        bytes.get(encoded);
        return new String(encoded, StandardCharsets.UTF_8);
    }

    private static byte code(ProtectedIdentity protection) {
        return switch (protection) {
            case NONE -> 0;
            case SECRECY_MARKED -> 1;
            case PROTECTED_REGISTRATION -> 2;
            case UNKNOWN -> throw new IllegalArgumentException("UNKNOWN is never sent");
        };
    }

    private static ProtectedIdentity protection(byte code) {
        return switch (code) {
            case 0 -> ProtectedIdentity.NONE;
            case 1 -> ProtectedIdentity.SECRECY_MARKED;
            case 2 -> ProtectedIdentity.PROTECTED_REGISTRATION;
            default -> ProtectedIdentity.UNKNOWN;
        };
    }
}
