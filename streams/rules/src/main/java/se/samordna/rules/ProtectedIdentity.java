package se.samordna.rules;

/** The protection of a child's personal data in the population register (OSL 5:5, FOL 16). */
public enum ProtectedIdentity {
    NONE,
    SECRECY_MARKED,
    PROTECTED_REGISTRATION
}
