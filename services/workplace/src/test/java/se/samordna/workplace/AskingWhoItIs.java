package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import se.samordna.events.Agency;
import se.samordna.events.ProtectedIdentity;
import se.samordna.kit.privacy.Identity;
import se.samordna.kit.privacy.Personnummer;
import se.samordna.platform.Access;
import se.samordna.schemas.Topics;
import se.samordna.workplace.identity.FakeVault;

/** Someone asks who the child is: Kafka takes what is logged, and the vault holds what the test has told it. */
abstract class AskingWhoItIs extends AgainstFakes {
    static final UUID CHILD = UUID.fromString(Stories.CHILD);
    static final String ON_CHILD = CHILD_PAGE + "/identity";
    static final String ON_ALERT = ALERT_PAGE + "/identity";

    final FakeKafka kafka = WORKPLACE.part("fakeKafka", FakeKafka.class);
    final FakeVault vault = WORKPLACE.part("fakeVault", FakeVault.class);

    @BeforeEach
    void nobodyHasToldYet() {
        kafka.isThere();
        vault.isEmpty();
    }

    @AfterEach
    void asItWas() {
        kafka.isAway();
        vault.isEmpty();
    }

    void told(Agency agency, String given, ProtectedIdentity protection) {
        vault.holds(CHILD, "2380", agency, identity(given, protection), "2026-06-01T09:00:00Z");
    }

    static Identity identity(String given, ProtectedIdentity protection) {
        Personnummer number =
                Personnummer.parse("201403122383", LocalDate.of(2026, 6, 1)).orElseThrow();
        return new Identity(number, given, "Exempel", protection);
    }

    static Browser signedIn(String person) throws Exception {
        Browser browser = WORKPLACE.stranger();
        browser.signIn(person, "/rules");
        return browser;
    }

    static HttpResponse<String> ask(Browser browser, String path, String fields) throws Exception {
        List<String> all = new ArrayList<>();
        for (String field : fields.split("&", -1)) {
            String[] parts = field.split("=", 2);
            if (parts.length == 2) {
                all.addAll(List.of(parts));
            }
        }
        all.addAll(List.of("_csrf", browser.formToken()));
        return browser.post(browser.at(path), all);
    }

    /** A page without what differs from one showing to the next. */
    static String without(HttpResponse<String> answer) {
        return answer.statusCode()
                + answer.body()
                        .replaceAll("(name=\"_csrf\" value=|X-CSRF-TOKEN&quot;:&quot;)[^>}]+", "")
                        .replaceAll("hx-headers=\"[^\"]*\"", "");
    }

    List<Tuple> log() {
        assertThat(kafka.published()).allMatch(record -> record.topic().equals(Topics.ACCESS_LOG));
        return kafka.published().stream()
                .map(record -> (Access) record.value())
                .map(access -> tuple(
                        access.getWho(),
                        access.getRole(),
                        access.getPurpose(),
                        access.getWhat(),
                        access.getResult(),
                        access.getChildId()))
                .toList();
    }
}
