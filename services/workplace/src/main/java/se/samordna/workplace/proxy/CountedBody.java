package se.samordna.workplace.proxy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that is counted while it streams and breaks off when there is more of it than agreed. */
final class CountedBody extends FilterInputStream {
    private final long greatest;
    private long seen;
    private volatile boolean tooLarge;

    CountedBody(InputStream body, long greatest) {
        super(body);
        this.greatest = greatest;
    }

    /** Whether there was more than agreed. */
    boolean tooLarge() {
        return tooLarge;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            count(1);
        }
        return one;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int some = super.read(into, from, most);
        if (some > 0) {
            count(some);
        }
        return some;
    }

    @Override
    public long skip(long most) throws IOException {
        long some = super.skip(most);
        count(some);
        return some;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long some) throws IOException {
        seen += some;
        if (seen > greatest) {
            tooLarge = true;
            throw new IOException("more than " + greatest + " bytes");
        }
    }
}
