package se.samordna.streams;

import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;

/**
 * Lets a processor do something in the transaction of each commit, right before it: such as writing once what it added up
 * since the last. A processor has no such hook of its own, a store with a cache has, so this is one without contents
 * (Streams' own record cache would do the same at some hundred nanoseconds for each event).
 */
public final class AtCommit implements StateStore, CachedStateStore<byte[], byte[]> {

    /** The store's name, for the topology. */
    public static final String NAME = "at-commit";

    private Runnable work = () -> {};
    private boolean open;

    private AtCommit() {}

    /** @param before done before each commit from now on; it may write stores and send nothing on */
    public void run(Runnable before) {
        work = before;
    }

    @Override
    public void flushCache() {
        work.run();
    }

    @Override
    public void clearCache() {}

    @Override
    public boolean setFlushListener(CacheFlushListener<byte[], byte[]> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (_, _) -> {});
        open = true;
    }

    @Override
    public void close() {
        open = false;
        work = () -> {};
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** Makes one for each task; it has no changelog. */
    public static StoreBuilder<AtCommit> builder() {
        return new Builder();
    }

    private static final class Builder implements StoreBuilder<AtCommit> {

        @Override
        public StoreBuilder<AtCommit> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<AtCommit> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<AtCommit> withLoggingEnabled(Map<String, String> config) {
            return this;
        }

        @Override
        public StoreBuilder<AtCommit> withLoggingDisabled() {
            return this;
        }

        @Override
        public AtCommit build() {
            return new AtCommit();
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }

        @Override
        public String name() {
            return NAME;
        }
    }
}
