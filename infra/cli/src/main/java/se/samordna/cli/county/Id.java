package se.samordna.cli.county;

import java.nio.charset.StandardCharsets;

/** Identifiers made from the seed, as text. */
final class Id {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    /** Characters of a UUID. */
    static final int LENGTH = 36;

    private Id() {}

    /** A UUID with the version bits of a random one (4). */
    static String event(Dice dice) {
        return uuid(dice.bits(), dice.bits(), 4);
    }

    /** A UUID of version 8, as our pseudonyms are. */
    static String child(long seed, int municipality, int index) {
        Dice dice = Dice.of(seed, municipality, index, 0xC41D);
        return uuid(dice.bits(), dice.bits(), 8);
    }

    static String uuid(long high, long low, int version) {
        byte[] text = new byte[LENGTH];
        write(high, low, version, text, 0);
        return new String(text, StandardCharsets.US_ASCII);
    }

    static void write(long high, long low, int version, byte[] to, int at) {
        long first = (high & ~0xF000L) | ((long) version << 12);
        long last = (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        int position = at;
        for (int nibble = 0; nibble < 32; nibble++) {
            if (nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20) {
                to[position++] = '-';
            }
            long half = nibble < 16 ? first : last;
            to[position++] = HEX[(int) (half >>> (60 - 4 * (nibble & 15))) & 15];
        }
    }
}
