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
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PostedFault(String field, String code, OptionalInt index) {

    static PostedFault of(Fault fault, OptionalInt index) {
        return new PostedFault(fault.field(), fault.code().wire(), index);
    }
}
