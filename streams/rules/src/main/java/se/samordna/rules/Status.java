package se.samordna.rules;

/**
 * Where an alert stands.
 *
 * <pre>
 * OPEN ──acknowledged──▶ ACKNOWLEDGED        any of these, at the end of the condition: RESOLVED
 *   │ ▲                       │              (CLOSED stays)
 * closed reopened           closed           no longer yielded, once told: WITHDRAWN
 *   ▼ │                       ▼
 * CLOSED ◀────────────────────┘
 * </pre>
 */
public enum Status {
    OPEN,
    ACKNOWLEDGED,
    CLOSED,
    RESOLVED,
    WITHDRAWN
}
