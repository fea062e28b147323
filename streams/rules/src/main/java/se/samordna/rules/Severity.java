package se.samordna.rules;

/** How much an alert matters, least first. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
