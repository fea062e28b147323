package se.samordna.kit.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import se.samordna.access.Bearer;
import se.samordna.access.Caller;
import se.samordna.access.Presence;
import se.samordna.access.Role;
import se.samordna.events.Agency;
import se.samordna.events.EventHeader;
import se.samordna.kit.intake.Reading;

/**
 * What one sender may send: of their own agency and place, and a person only what the pages give rise to. What opens the
 * gate or is a ground to look, such as an investigation or a consent, is for the agency's own system to tell, where it is
 * on record. This machine itself, without a token, acts as whichever agency
 * the path or the record names.
 *
 * @param who the sender
 */
public record Permit(Presence who) {

    private static final String OTHER_AGENCY = "other-agency";
    private static final String NOT_OF_A_PERSON = "not-of-a-person";
    /** Acts on alerts, a SIP proposed, a joint visit asked for, and the taking back of what was told. */
    private static final Set<String> OF_PEOPLE = Set.of(
            "AlertAcknowledged",
            "AlertClosed",
            "AlertSnoozed",
            "AlertReopened",
            "SipProposed",
            "JointVisitRequested",
            "Retracted");

    private static final String OTHER_MUNICIPALITY = "other-municipality";

    /** Why someone may not send at all, before anything is read; empty if they may. */
    Optional<Problem> refusal(Predicate<Role> theirs, Optional<Agency> agency) {
        return caller().flatMap(caller -> {
            if (!theirs.test(caller.role())) {
                return Optional.of(Problem.otherRole());
            }
            boolean other = agency.isPresent() && !caller.agency().equals(agency);
            return other ? Optional.of(Problem.otherAgency()) : Optional.empty();
        });
    }

    /** Of what has been read, that which is another's to send, by its field. */
    List<PostedFault> faults(Reading reading, OptionalInt index) {
        return caller().map(caller -> switch (reading) {
                    case Reading.Event event -> faults(caller, event, index);
                    case Reading.Measurement(var measurement) -> place(caller, measurement.getMunicipality(), index);
                    case Reading.Tick _, Reading.Refused _ -> List.<PostedFault>of();
                })
                .orElse(List.of());
    }

    /** Of what is said of a place, that which is another's to say. */
    List<PostedFault> faults(String municipality, OptionalInt index) {
        return caller().map(caller -> place(caller, municipality, index)).orElse(List.of());
    }

    private static List<PostedFault> faults(Caller caller, Reading.Event event, OptionalInt index) {
        EventHeader header = event.header();
        List<PostedFault> faults = new ArrayList<>();
        if (!caller.agency().equals(Optional.of(header.getAgency()))) {
            faults.add(new PostedFault("agency", OTHER_AGENCY, index));
        }
        if (caller.role() != Role.SYSTEM && !OF_PEOPLE.contains(event.type().name())) {
            faults.add(new PostedFault("type", NOT_OF_A_PERSON, index));
        }
        faults.addAll(place(caller, header.getMunicipality(), index));
        return faults;
    }

    private static List<PostedFault> place(Caller caller, String municipality, OptionalInt index) {
        return caller.area().covers(municipality)
                ? List.of()
                : List.of(new PostedFault("municipality", OTHER_MUNICIPALITY, index));
    }

    /** The token with which to ask coordination on the sender's behalf. */
    Optional<Bearer> bearer() {
        return who.signedIn().map(Presence.SignedIn::bearer);
    }

    private Optional<Caller> caller() {
        return who.signedIn().map(Presence.SignedIn::caller);
    }
}
