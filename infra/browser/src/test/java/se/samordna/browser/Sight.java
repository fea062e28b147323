package se.samordna.browser;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A page to be looked at.
 *
 * @param name its word in the name of a screenshot
 * @param who looks at it; a stranger if nobody
 * @param path where it is, without the language; {R06} stands for the id of Elsa's alert by that rule
 * @param status what it answers with
 */
record Sight(String name, Optional<Person> who, String path, int status) {
    private static final Pattern RULE = Pattern.compile("\\{(R\\d\\d)\\}");

    private static final List<Sight> PAGES = List.of(
            page("sign-in", "/start"),
            page("signed-out", "/signed-out"),
            page("home", Person.KARIN, "/"),
            page("home-found", Person.KARIN, "/?q=str"),
            page("home-operator", Person.OLLE, "/"),
            page("search", Person.KARIN, "/search"),
            page("rules", Person.KARIN, "/rules"),
            // The list stands still while it is looked at: what happens in it by itself, MeanwhileTest tells.
            page("inbox", Person.KARIN, "/inbox?live=off"),
            page("inbox-all", Person.KARIN, "/inbox?status=ALL&live=off"),
            page("inbox-contact", Person.PETRA, "/inbox?municipality=2380&live=off"),
            page("inbox-county", Person.BJORN, "/inbox?live=off"),
            page("inbox-unanswered", Person.PETRA, "/inbox?municipality=2380&status=UNANSWERED&live=off"),
            page("alert", Person.KARIN, "/alerts/{R06}"),
            page("alert-notice", Person.PETRA, "/alerts/{R06}?municipality=2380"),
            page("child", Person.KARIN, "/children/" + Story.ELSA),
            page("child-two-weeks", Person.KARIN, "/children/" + Story.ELSA + "?weeks=2"),
            page(
                    "child-earlier",
                    Person.KARIN,
                    "/children/" + Story.ELSA + "?months=1&from="
                            + Story.today().minusDays(45)),
            page("child-three-years", Person.KARIN, "/children/" + Story.ELSA + "?months=36"),
            page(
                    "child-as-of",
                    Person.KARIN,
                    "/children/" + Story.ELSA + "?asOf=" + Story.today().minusDays(20)),
            page("child-protected", Person.KARIN, "/children/" + Story.SIV),
            page("ledger", Person.DISA, "/ledger"),
            page("ledger-none", Person.DISA, "/ledger?from=2020-01-01&to=2020-01-02"),
            page("access-log", Person.DISA, "/access-log?officers=shown"),
            new Sight("access-log-fault", Optional.of(Person.DISA), "/access-log?child=1", 400),
            page("operator", Person.OLLE, "/operator"),
            page("plan", Person.LARS, "/municipalities/2380/plan"),
            page("plan-area", Person.LARS, "/municipalities/2380/plan/A7"),
            page("plan-none", Person.LARS, "/municipalities/2326/plan"),
            page("exact-plan", Person.LARS, "/exact/municipalities/2380/plan"),
            page("exact-area", Person.LARS, "/exact/municipalities/2380/plan/A7"),
            page("exact-rolling", Person.KARIN, "/exact/municipalities/2380/plan?by=rolling"),
            page("exact-indicator", Person.MAJ, "/exact/indicators/I05?municipality=2380"),
            page("indicators", Person.LARS, "/indicators"),
            page("indicator", Person.LARS, "/indicators/I05?municipality=2380"),
            page("public", "/public"),
            page("public-plan", "/public/municipalities/2380/plan"),
            page("public-area", "/public/municipalities/2380/plan/A7"),
            page("public-indicator", "/public/indicators/I05?municipality=2380"),
            new Sight("trouble-exact", Optional.of(Person.LARS), "/exact/municipalities/1265/plan", 403),
            new Sight("trouble-not-for-her", Optional.of(Person.MAJ), "/search", 403),
            new Sight("trouble-alert", Optional.of(Person.KARIN), "/alerts/0b540000-0000-4000-8000-00000000ffff", 404),
            new Sight(
                    "trouble-child", Optional.of(Person.KARIN), "/children/0b540000-0000-4000-8000-00000000ffff", 404));

    /** Every page; with {@code -Dsight=child} those alone whose name begins so, for whoever works on one. */
    static List<Sight> all() {
        String wanted = System.getProperty("sight", "");
        return PAGES.stream().filter(page -> page.name.startsWith(wanted)).toList();
    }

    /** Goes there as whoever it is for. */
    Visitor seen(Visitors visitors, String language) {
        return who.map(person -> visitors.signedIn(person, Screen.DESK, language))
                .orElseGet(() -> visitors.stranger(language))
                .meets(RULE.matcher(path).replaceAll(rule -> visitors.alertOf(Story.ELSA, rule.group(1))), status);
    }

    private static Sight page(String name, Person who, String path) {
        return new Sight(name, Optional.of(who), path, 200);
    }

    private static Sight page(String name, String path) {
        return new Sight(name, Optional.empty(), path, 200);
    }

    @Override
    public String toString() {
        return name;
    }
}
