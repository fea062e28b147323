package se.samordna.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who may open what, asked with each one's own session: every role before every page and before a child. What was answered
 * lies in {@code target/matrix.txt}.
 */
@NeedsBrowser
class MatrixTest {
    private static final Set<Person> ALL = EnumSet.allOf(Person.class);
    private static final Set<Person> SOCIAL = EnumSet.of(Person.KARIN, Person.SAMIR, Person.GRETA, Person.OMAR);
    private static final Set<Person> CONTACTS = EnumSet.of(Person.STINA, Person.BJORN, Person.PETRA);
    private static final String NOBODY = "0b540000-0000-4000-8000-00000000ffff";
    private static final Pattern TOKEN =
            Pattern.compile("(_csrf\" value=\"|X-CSRF-TOKEN(?:&quot;|\")\\s*:\\s*(?:&quot;|\"))[A-Za-z0-9_-]+");
    private static final Path MATRIX = Path.of("target/matrix.txt");

    /** Pages and those who may open them, written down from the issue and not from the code. */
    private static Map<String, Set<Person>> pages() {
        Map<String, Set<Person>> pages = new LinkedHashMap<>();
        pages.put("/", ALL);
        pages.put("/rules", ALL);
        pages.put("/indicators", ALL);
        pages.put("/municipalities/2380/plan", ALL);
        pages.put("/inbox", union(SOCIAL, CONTACTS));
        pages.put("/search", SOCIAL);
        // Exact figures: of the municipality itself, for three roles there.
        Set<Person> ostersund = EnumSet.of(Person.KARIN, Person.MAJ, Person.LARS);
        pages.put("/exact/municipalities/2380/plan", ostersund);
        pages.put("/exact/municipalities/2380/plan/A7", ostersund);
        pages.put("/exact/municipalities/2380/plan/goals.csv", ostersund);
        pages.put("/exact/indicators/I05?municipality=2380", ostersund);
        pages.put("/exact/indicators/I05/series.csv?municipality=2380", ostersund);
        pages.put("/exact/municipalities/1265/plan", EnumSet.of(Person.GRETA));
        pages.put("/exact/municipalities/1490/plan", EnumSet.of(Person.OMAR));
        pages.put("/exact/municipalities/2326/plan", EnumSet.noneOf(Person.class));
        pages.put("/ledger", EnumSet.of(Person.DISA));
        pages.put("/access-log", EnumSet.of(Person.DISA));
        pages.put("/operator", EnumSet.of(Person.OLLE));
        return pages;
    }

    @ParameterizedTest
    @EnumSource(Person.class)
    void a_page_opens_for_those_it_is_for(Person who, Visitors visitors) throws IOException {
        Visitor visitor = visitors.signedIn(who);
        StringBuilder row = new StringBuilder(who.name());

        pages().forEach((path, roles) -> {
            int status = asked(visitor, path).status();
            row.append("  ").append(path).append(' ').append(status);
            assertThat(status).as("%s at %s", who, path).isEqualTo(roles.contains(who) ? 200 : 403);
        });
        Files.writeString(MATRIX, row.append('\n'), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /**
     * What of children each may open, and with which words the others are refused, written down from ADR 0024. To the
     * social services a child that is nothing to them is unknown; to another agency without events of its own on her all
     * are refused alike; an alert that was never told to one is like one that there is none of; whose work it is not at all
     * is told no more than that.
     */
    private static Map<String, Map<Integer, Set<Person>>> children(Platform platform) {
        Set<Person> ostersund = EnumSet.of(Person.KARIN, Person.SAMIR);
        Set<Person> greta = EnumSet.of(Person.GRETA);
        Set<Person> omar = EnumSet.of(Person.OMAR);
        Set<Person> elsewhere = union(greta, omar);
        Set<Person> petra = EnumSet.of(Person.PETRA);
        Set<Person> unasked = EnumSet.of(Person.STINA, Person.BJORN);
        String elsas = "/alerts/" + platform.alertOf(Story.ELSA, "R06");
        String nilss = "/alerts/" + platform.alertOf(Story.NILS, "R01");
        Map<String, Map<Integer, Set<Person>>> children = new LinkedHashMap<>();
        children.put("/children/" + Story.ELSA, Map.of(200, union(ostersund, CONTACTS), 404, elsewhere));
        children.put("/children/" + Story.SIV, Map.of(200, ostersund, 404, elsewhere, 403, CONTACTS));
        children.put("/children/" + Story.NILS, Map.of(200, greta, 404, union(ostersund, omar), 403, CONTACTS));
        children.put("/children/" + NOBODY, Map.of(404, SOCIAL, 403, CONTACTS));
        // The joint visit is asked of the police; school and psychiatry are told nothing of it.
        children.put(elsas, Map.of(200, union(ostersund, petra), 404, union(elsewhere, unasked)));
        children.put(
                elsas + "?municipality=2380", Map.of(200, union(ostersund, petra), 404, union(elsewhere, unasked)));
        children.put(nilss, Map.of(200, greta, 404, union(union(ostersund, omar), CONTACTS)));
        children.put("/alerts/" + NOBODY, Map.of(404, union(SOCIAL, CONTACTS)));
        children.put("/inbox?municipality=2380", Map.of(200, union(ostersund, CONTACTS), 403, elsewhere));
        children.put(
                "/inbox?municipality=2380&status=ANSWERED", Map.of(200, union(ostersund, CONTACTS), 403, elsewhere));
        children.put("/inbox?municipality=1265", Map.of(200, greta, 403, union(union(ostersund, omar), CONTACTS)));
        // A whole county's is for those alone who work in all of it.
        Set<Person> county = EnumSet.of(Person.BJORN, Person.PETRA);
        children.put("/inbox?county=23", Map.of(200, county));
        children.put("/inbox?county=23&municipality=2321", Map.of(200, county));
        children.put("/inbox?county=12", Map.of());
        return children;
    }

    @ParameterizedTest
    @EnumSource(Person.class)
    void a_child_and_an_alert_open_for_those_who_have_ground(Person who, Visitors visitors, Platform platform)
            throws IOException {
        Visitor visitor = visitors.signedIn(who);
        StringBuilder row = new StringBuilder(who.name());

        children(platform).forEach((path, answers) -> {
            int status = asked(visitor, path).status();
            row.append("  ").append(path).append(' ').append(status);
            int wanted = answers.entrySet().stream()
                    .filter(answer -> answer.getValue().contains(who))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(403);
            assertThat(status).as("%s at %s", who, path).isEqualTo(wanted);
        });
        Files.writeString(MATRIX, row.append('\n'), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @ParameterizedTest
    @EnumSource(Person.class)
    void whoever_a_child_is_not_for_is_not_told_whether_she_exists(Person who, Visitors visitors) {
        Visitor visitor = visitors.signedIn(who);
        String nobodys = asked(visitor, "/children/" + NOBODY).text();

        for (String child : List.of(Story.ELSA, Story.SIV, Story.NILS)) {
            APIResponse answer = asked(visitor, "/children/" + child);
            if (answer.status() != 200) {
                assertThat(bare(answer.text(), child)).as(child).isEqualTo(bare(nobodys, NOBODY));
            }
        }
    }

    /** A page without what is each sending's own: the id asked for, and the token against forged forms. */
    private static String bare(String page, String asked) {
        return TOKEN.matcher(page.replace(asked, "CHILD")).replaceAll("$1TOKEN");
    }

    private static Set<Person> union(Set<Person> some, Set<Person> others) {
        Set<Person> all = EnumSet.copyOf(some);
        all.addAll(others);
        return all;
    }

    private static APIResponse asked(Visitor visitor, String path) {
        return visitor.context().request().get(path, RequestOptions.create().setMaxRedirects(0));
    }
}
