package se.samordna.rules.oracle;

import static se.samordna.rules.Agency.POLICE;
import static se.samordna.rules.Agency.REGION;
import static se.samordna.rules.Agency.SCHOOL;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import se.samordna.rules.Agency;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.SupportEnded;
import se.samordna.rules.SocialFact.SupportStarted;

/** The column "tells": who gets which code. */
record Notices(World all, Instant now) {

    /** Recipient and code, a blank between them. */
    List<String> of(Found f) {
        return switch (f.rule()) {
            case "R06" -> List.of(POLICE + " joint-visit-proposed");
            case "R07" -> byConsent("sip-proposed", REGION, SCHOOL);
            case "R08" ->
                f.members().stream()
                        .filter(a -> a != SOCIAL_SERVICES)
                        .map(a -> a + " sip-follow-up-due")
                        .toList();
            case "R10" ->
                Stream.concat(
                                Stream.of(REGION + " school-asks-to-coordinate"),
                                byConsent("coordination-proposed", SCHOOL).stream())
                        .toList();
            case "R12" -> List.of(REGION + " health-exam-outstanding");
            case "R13" -> List.of(SCHOOL + " social-services-asks-contact");
            case "R15" -> List.of(SOCIAL_SERVICES + " urgent-bup-coordination");
            case "R19" -> List.of(SOCIAL_SERVICES + (now.isBefore(f.to()) ? " deviation-open" : " deviation-closed"));
            case "R20" ->
                isCaseOpen() && all.releases(f.anchor().event())
                        ? List.of(SOCIAL_SERVICES + " bup-wait-exceeded")
                        : List.of();
            case "R26" -> byConsent("sip-proposed", REGION);
            default -> List.of();
        };
    }

    private List<String> byConsent(String code, Agency... agencies) {
        return Stream.of(agencies)
                .filter(all::consentTo)
                .map(a -> a + " " + code)
                .toList();
    }

    private boolean isCaseOpen() {
        World social = all.own(SOCIAL_SERVICES);
        return social.active(
                                InvestigationOpened.class,
                                InvestigationOpened::investigationId,
                                InvestigationClosed.class,
                                InvestigationClosed::investigationId,
                                now)
                        .findAny()
                        .isPresent()
                || social.active(
                                SupportStarted.class,
                                SupportStarted::supportId,
                                SupportEnded.class,
                                SupportEnded::supportId,
                                now)
                        .findAny()
                        .isPresent()
                || Placed.placements(social, now).findAny().isPresent();
    }
}
