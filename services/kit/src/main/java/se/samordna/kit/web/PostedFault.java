package se.samordna.kit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.OptionalInt;
import se.samordna.kit.intake.Fault;

/**
 * A fault as senders see it.
 *
 * @param field the field, {@code $} for the event as a whole
 * @param code what is wrong
 * @param index which element of the array it is in; left out where one event was sent
 * @param more how many more there are that are not told; only in the last of many
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PostedFault(String field, String code, OptionalInt index, OptionalInt more) {

    private static final String MORE_FAULTS = "more-faults";

    PostedFault(String field, String code, OptionalInt index) {
        this(field, code, index, OptionalInt.empty());
    }

    static PostedFault of(Fault fault, OptionalInt index) {
        return new PostedFault(fault.field(), fault.code().wire(), index);
    }

    /** The last of many. */
    static PostedFault andMore(int more) {
        return new PostedFault(Fault.WHOLE, MORE_FAULTS, OptionalInt.empty(), OptionalInt.of(more));
    }
}
