package se.samordna.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeadersTest {
    private static final TopicPartition LATE = new TopicPartition("late", 0);

    @TempDir
    Path dir;

    @Test
    void a_broker_that_does_not_know_a_new_topic_yet_is_asked_again() throws Exception {
        try (LocalBroker broker = LocalBroker.start(dir);
                Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrap()))) {
            var asked = new AtomicInteger();
            var ends = CompletableFuture.supplyAsync(() -> Leaders.ends(counted(admin, asked), Stream.of(LATE)));
            await().until(() -> asked.get() > 1);
            assertThat(ends).isNotDone();

            admin.createTopics(List.of(new NewTopic(LATE.topic(), 1, (short) 1)))
                    .all()
                    .get();

            assertThat(ends.join()).isEqualTo(Map.of(LATE, 0L));
        }
    }

    @Test
    void a_broker_that_is_away_is_not_waited_for_beyond_the_client_s_own_patience() {
        Map<String, Object> away =
                Map.of("bootstrap.servers", "127.0.0.1:1", "request.timeout.ms", 400, "default.api.timeout.ms", 500);
        try (Admin admin = Admin.create(away)) {
            assertThatThrownBy(() -> Leaders.ends(admin, Stream.of(LATE)))
                    .isInstanceOf(StartupProblem.class)
                    .hasMessageContaining("did not answer");
        }
    }

    /** The admin itself, but each question for ends is counted. */
    private static Admin counted(Admin admin, AtomicInteger asked) {
        return (Admin) Proxy.newProxyInstance(
                Admin.class.getClassLoader(), new Class<?>[] {Admin.class}, (_, method, args) -> {
                    if (method.getName().equals("listOffsets")) {
                        asked.incrementAndGet();
                    }
                    try {
                        return method.invoke(admin, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
