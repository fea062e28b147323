package se.samordna.bench;

/** The indicators as they are run, at work until closed. */
sealed interface Beside extends AutoCloseable permits SameVm, OwnVm {

    @Override
    void close();
}
