package se.samordna.cli.county;

/**
 * Chance, the same for the same seed on every JDK (SplitMix64, Steele, Lea and Flood 2014). Each child has dice of its
 * own, so that one child's life does not change when another is added.
 */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    /** Dice for one purpose within a seed: the same parts give the same dice. */
    static Dice of(long... parts) {
        return new Dice(mix(parts));
    }

    static long mix(long... parts) {
        long h = 0x243F6A8885A308D3L;
        for (long part : parts) {
            h = scramble(h + GOLDEN + part);
        }
        return h;
    }

    private static long scramble(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long bits() {
        state += GOLDEN;
        return scramble(state);
    }

    /** From 0 (in) to 1 (out). */
    double unit() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** A whole number from {@code low} (in) to {@code high} (out). */
    int between(int low, int high) {
        return low + (int) (unit() * (high - low));
    }

    double between(double low, double high) {
        return low + unit() * (high - low);
    }

    /** Long-tailed, as waiting times are: half are below {@code median}; {@code spread} about 0.5. */
    double waiting(double median, double spread) {
        double gauss = Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
        return median * Math.exp(spread * gauss);
    }

    /** How many, at a mean rate (Knuth's method; for small rates). */
    int count(double mean) {
        double limit = Math.exp(-mean);
        double product = unit();
        int n = 0;
        while (product > limit) {
            product *= unit();
            n++;
        }
        return n;
    }

    /** One of the values, each as likely as its weight. */
    String pick(Weighted... values) {
        double total = 0;
        for (Weighted value : values) {
            total += value.weight();
        }
        double left = unit() * total;
        for (Weighted value : values) {
            left -= value.weight();
            if (left < 0) {
                return value.code();
            }
        }
        return values[values.length - 1].code();
    }

    static Weighted of(String code, double weight) {
        return new Weighted(code, weight);
    }

    /** A code and how often it is drawn, against the others. */
    record Weighted(String code, double weight) {}
}
