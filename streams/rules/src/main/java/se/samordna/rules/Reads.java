package se.samordna.rules;

/** Which facts a rule sees. */
public sealed interface Reads {

    /** One agency's own events: technical processing on its behalf (OSL 10:2a), no gate. */
    record Own(Agency agency) implements Reads {}

    /** The events of all agencies that the {@link Gate} released. */
    record Released() implements Reads {}
}
