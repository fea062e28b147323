package se.samordna.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What needs no registry; a real one is asked in the whole-system tests. */
class SchemaRegistrationTest {

    @Test
    void every_type_of_every_topic_has_a_subject() {
        long types = Topics.catalogue().stream()
                .mapToLong(topic -> topic.types().size())
                .sum();

        assertThat(SchemaRegistration.subjects()).hasSize((int) types);
        assertThat(SchemaRegistration.subjects().keySet().stream()
                        .filter(subject -> subject.endsWith(".SipRefused"))
                        .collect(Collectors.joining(" ")))
                .isEqualTo("social-services.events-se.samordna.events.SipRefused "
                        + "school.events-se.samordna.events.SipRefused "
                        + "region.events-se.samordna.events.SipRefused "
                        + "police.events-se.samordna.events.SipRefused");
    }

    @Test
    void a_registry_that_does_not_answer_is_away_and_is_asked_once() throws IOException {
        var outcomes = SchemaRegistration.at("http://127.0.0.1:" + closedPort() + "/apis/ccompat/v7");

        assertThat(outcomes).singleElement().isInstanceOfSatisfying(Registration.RegistryAway.class, away -> {
            assertThat(away.subject()).isEmpty();
            assertThat(away.isThere()).isFalse();
        });
    }

    private static int closedPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
