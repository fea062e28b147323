package se.samordna.coordination.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import se.samordna.access.Role;
import se.samordna.platform.Access;
import se.samordna.streams.web.Csv;

/** One look at a child, or an attempt: who, in which role, what for, at what, and whether it was shown. */
record AccessRow(Instant at, String who, String role, String purpose, String what, String result, UUID childId)
        implements LogRow {

    static AccessRow of(Access access) {
        return new AccessRow(
                access.getAt(),
                access.getWho(),
                access.getRole(),
                access.getPurpose(),
                access.getWhat(),
                access.getResult(),
                access.getChildId());
    }

    /** Whether a data protection officer read this log or the ledger: each page they look at is written here, too. */
    boolean isOfficers() {
        return role.equals(Role.DATA_PROTECTION_OFFICER.word());
    }

    static Csv heading() {
        return new Csv("at,who,role,purpose,what,result,childId");
    }

    @Override
    public List<String> values() {
        return List.of(at.toString(), who, role, purpose, what, result, childId.toString());
    }
}
