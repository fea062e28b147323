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
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who may open what, asked with each one's own session: every role before every page and before a child. What was answered
 * lies in {@code target/matrix.txt}.
 */
@NeedsBrowser
class MatrixTest {
    private static final Set<Person> ALL = EnumSet.allOf(Person.class);
    private static final Set<Person> SOCIAL = EnumSet.of(Person.KARIN, Person.SAMIR, Person.GRETA);
    private static final Set<Person> CONTACTS = EnumSet.of(Person.STINA, Person.BJORN, Person.PETRA);
    private static final String NOBODY = "0b540000-0000-4000-8000-00000000ffff";
    private static final Path MATRIX = Path.of("target/matrix.txt");

    /** Pages and those who may open them, written down from the issue and not from the code. */
    private static Map<String, Set<Person>> pages() {
        Map<String, Set<Person>> pages = new LinkedHashMap<>();
        pages.put("/", ALL);
        pages.put("/rules", ALL);
        pages.put("/indicators", ALL);
        pages.put("/municipalities/2380/plan", ALL);
        pages.put("/search", SOCIAL);
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

    @ParameterizedTest
    @EnumSource(Person.class)
    void whoever_a_child_is_not_for_is_not_told_whether_she_exists(Person who, Visitors visitors) {
        Visitor visitor = visitors.signedIn(who);

        // What of her the others see, the query APIs say, by agency and municipality.
        if (!SOCIAL.contains(who) && !CONTACTS.contains(who)) {
            String hers = visitor.meets("/children/" + Story.ELSA, 403)
                    .page()
                    .locator("main")
                    .innerText();
            String nobodys = visitor.meets("/children/" + NOBODY, 403)
                    .page()
                    .locator("main")
                    .innerText();
            assertThat(hers).isEqualTo(nobodys).doesNotContain(Story.ELSA.substring(0, 8));
        }
    }

    private static APIResponse asked(Visitor visitor, String path) {
        return visitor.context().request().get(path, RequestOptions.create().setMaxRedirects(0));
    }
}
