package se.samordna.kit.web;

import java.util.List;
import se.samordna.kit.publish.Published;

/** What becomes of a request that brings events. */
public sealed interface Answer {

    /** All are in Kafka. */
    record Accepted(List<Receipt> receipts, boolean asList) implements Answer {}

    /** Something is wrong; nothing was published. */
    record Invalid(List<PostedFault> faults) implements Answer {}

    /** Something in it is another's to send; nothing was published. */
    record Forbidden(List<PostedFault> faults) implements Answer {}

    /** An event is larger than 64 KiB, or the request than may be sent at once. */
    record TooLarge(List<PostedFault> faults) implements Answer {}

    /** More events than a request has room for; none was read. */
    record TooMany() implements Answer {}

    /** An id is known with other content. */
    record Conflicting(List<PostedFault> faults) implements Answer {}

    /** Not known to be published; the same may be sent again. */
    record Away(Published.Missing missing) implements Answer {}
}
