package se.samordna.workplace.proxy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that is counted while it streams, breaks off when there is more of it than agreed, and knows if it broke off itself. */
final class CountedBody extends FilterInputStream {
    private final long greatest;
    private long seen;
    private volatile boolean tooLarge;
    private volatile boolean broken;

    CountedBody(InputStream body, long greatest) {
        super(body);
        this.greatest = greatest;
    }

    /** Whether there was more than agreed. */
    boolean tooLarge() {
        return tooLarge;
    }

    /** Whether it could not be read to its end: its chunks are none, or its sender is gone. */
    boolean broken() {
        return broken;
    }

    @Override
    public int read() throws IOException {
        int one = (int) whole(super::read);
        if (one >= 0) {
            count(1);
        }
        return one;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int some = (int) whole(() -> super.read(into, from, most));
        if (some > 0) {
            count(some);
        }
        return some;
    }

    @Override
    public long skip(long most) throws IOException {
        long some = whole(() -> super.skip(most));
        count(some);
        return some;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private long whole(Reading reading) throws IOException {
        try {
            return reading.read();
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    @FunctionalInterface
    private interface Reading {
        long read() throws IOException;
    }

    private void count(long some) throws IOException {
        seen += some;
        if (seen > greatest) {
            tooLarge = true;
            throw new IOException("more than " + greatest + " bytes");
        }
    }
}
