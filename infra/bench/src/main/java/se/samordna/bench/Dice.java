package se.samordna.bench;

import java.util.UUID;

/** Chance as a pure function of a seed and up to three numbers, so that any part of a load can be made without the rest. */
record Dice(long seed) {

    long roll(long a, long b, long c) {
        return mix(mix(mix(seed ^ mix(a)) ^ b) ^ c);
    }

    /** Evenly in [0, 1). */
    double share(long a, long b, long c) {
        return (roll(a, b, c) >>> 11) * 0x1.0p-53;
    }

    /** Evenly in [0, bound). */
    int below(int bound, long a, long b, long c) {
        return (int) Math.floorMod(roll(a, b, c), (long) bound);
    }

    /** A UUID of version 8, the kind RFC 9562 leaves to applications. */
    UUID id(long a, long b, long c) {
        long high = roll(a, b, c);
        long low = mix(high ^ c);
        return new UUID((high & ~0xF000L) | 0x8000L, (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
    private static long mix(long z) {
        long x = z + 0x9E37_79B9_7F4A_7C15L;
        x = (x ^ (x >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return x ^ (x >>> 31);
    }
}
