package se.samordna.browser;

import java.util.List;

/**
 * A page to be looked at.
 *
 * @param name its word in the name of a screenshot
 * @param path where it is, without the language
 * @param status what it answers with
 */
record Sight(String name, String path, int status) {

    private static final List<Sight> PAGES = List.of(
            page("home", "/"),
            page("home-found", "/?q=str"),
            page("search", "/search"),
            page("rules", "/rules"),
            page("indicators", "/indicators"),
            page("alerts", "/municipalities/2380"),
            page("alerts-all", "/municipalities/2380?status=ALL"),
            page("alerts-none", "/municipalities/0114"),
            page("child", "/children/" + Story.ELSA),
            page("child-three-years", "/children/" + Story.ELSA + "?months=36"),
            page("child-protected", "/children/" + Story.SIV),
            page("plan", "/municipalities/2380/plan"),
            page("plan-none", "/municipalities/2326/plan"),
            new Sight("trouble-nowhere", "/nowhere", 404),
            new Sight("trouble-child", "/children/0b540000-0000-4000-8000-00000000ffff", 404));

    /** Every page; with {@code -Dsight=child} those alone whose name begins so, for whoever works on one. */
    static List<Sight> all() {
        String wanted = System.getProperty("sight", "");
        return PAGES.stream().filter(page -> page.name.startsWith(wanted)).toList();
    }

    private static Sight page(String name, String path) {
        return new Sight(name, path, 200);
    }

    @Override
    public String toString() {
        return name;
    }
}
