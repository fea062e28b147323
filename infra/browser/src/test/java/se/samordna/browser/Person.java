package se.samordna.browser;

/** Those of the made-up people of the demonstration sign-in whose day is told here ({@code infra/sign-in}, people.json). */
enum Person {
    /** Coordinator, social services of Östersund. */
    KARIN("01"),
    /** Case worker there. */
    SAMIR("02"),
    /** Coordinator, social services of Sjöbo. */
    GRETA("03"),
    /** Coordinator, social services of Borås. */
    OMAR("04"),
    /** Contact person of Östersund's schools. */
    STINA("05"),
    /** Contact person of child psychiatry, the whole region. */
    BJORN("06"),
    /** Contact person of the police. */
    PETRA("07"),
    /** Manager, social services of Östersund. */
    MAJ("08"),
    /** Plan owner, Östersund. */
    LARS("09"),
    /** Data protection officer, Östersund. */
    DISA("12"),
    /** Operator of the platform. */
    OLLE("13");

    private final String end;

    Person(String end) {
        this.end = end;
    }

    /** The subject of their tokens. */
    String id() {
        return "5a3e0000-0000-4000-8000-0000000000" + end;
    }
}
