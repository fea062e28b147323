package se.samordna.cli.county;

/** Who says an event and on which legal ground; {@code consentId} is empty unless the ground is consent. */
record Voice(String agency, String ground, String consentId) {
    static final Voice SOCIAL = new Voice("SOCIAL_SERVICES", "OWN", "");
    static final Voice SCHOOL = new Voice("SCHOOL", "OWN", "");
    static final Voice POLICE = new Voice("POLICE", "REPORT_DUTY", "");
    static final Voice REGION = new Voice("REGION", "CHILD_CARE_NEED", "");

    Voice on(String otherGround) {
        return new Voice(agency, otherGround, "");
    }

    Voice byConsent(String id) {
        return new Voice(agency, "CONSENT", id);
    }

    /** The sending system, as its municipality's or region's own. */
    String source(int municipality) {
        return switch (agency) {
            case "REGION" -> "urn:samordna:synthetic:region:bup";
            case "POLICE" -> "urn:samordna:synthetic:police";
            case "SCHOOL" -> "urn:samordna:synthetic:" + municipality + ":school";
            default -> "urn:samordna:synthetic:" + municipality + ":social";
        };
    }
}
