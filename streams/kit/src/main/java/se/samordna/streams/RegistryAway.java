package se.samordna.streams;

/** The schema registry has not answered for too long. Not the record's fault: the thread starts over and asks again. */
public final class RegistryAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RegistryAway(String registry) {
        super("no answer from the schema registry " + registry);
    }
}
