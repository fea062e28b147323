package se.samordna.indicators.plans;

/**
 * A mistake in a plan file, in the form editors and compilers use.
 *
 * @param line from 1
 */
public record PlanFault(String file, int line, String message) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
