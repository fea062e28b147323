package se.samordna.browser;

import java.util.Optional;

/** The one attempt to start the platform. Where it failed every test fails at once, and none tries for a minute again. */
final class Start implements AutoCloseable {
    private final Optional<Platform> platform;
    private final Optional<RuntimeException> failed;

    private Start(Optional<Platform> platform, Optional<RuntimeException> failed) {
        this.platform = platform;
        this.failed = failed;
    }

    static Start tried() {
        try {
            return new Start(Optional.of(Platform.started()), Optional.empty());
        } catch (RuntimeException why) {
            return new Start(Optional.empty(), Optional.of(why));
        }
    }

    /** @throws IllegalStateException if it did not start, with why */
    Platform platform() {
        return platform.orElseThrow(
                () -> new IllegalStateException("the platform did not start", failed.orElseThrow()));
    }

    @Override
    public void close() {
        platform.ifPresent(Platform::close);
    }
}
