package se.samordna.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import se.samordna.events.ConcernReportReceived;
import se.samordna.kit.intake.Intake;
import se.samordna.kit.intake.Mode;
import se.samordna.kit.intake.Reading;
import se.samordna.kit.intake.Sample;
import se.samordna.kit.publish.KafkaEventPublisher;
import se.samordna.kit.publish.Outgoing;
import se.samordna.kit.publish.Published;
import se.samordna.kit.publish.WireBytes;
import se.samordna.schemas.Topics;
import se.samordna.schemas.WireSchemas;

/** Whatever is sent and whatever breaks, no log line holds a child's id, a personnummer or a sender's text. */
class NothingInTheLogTest {

    private static final String EVENTS = "/api/social-services/v1/events";
    private static final String IDENTITIES = "/api/social-services/v1/identities";
    private static final String CHILD = "0b540000-0000-4000-8000-00000000abcd";
    private static final List<String> SECRETS = List.of(CHILD, "201403122383", "140312-2383", "sender-s-secret");

    @TempDir
    Path directory;

    private final Lines lines = new Lines();

    @Test
    void no_request_leaves_a_trace_of_a_child() throws Exception {
        try (var app = new TestApp(directory)) {
            listen();
            String good = Sample.concernReport().with("childId", CHILD).line();
            app.post(EVENTS, good);
            app.post(EVENTS, good.replace("\"r1\"", "\"sender-s-secret\""));
            app.post(EVENTS, good.replace("urn:test", "sender-s-secret 201403122383"));
            app.post(EVENTS, "{\"sender-s-secret\":" + CHILD);
            app.post(EVENTS, "[\"201403122383\",{\"140312-2383\":1}]");
            app.post(
                    EVENTS,
                    Sample.concernReport()
                            .without("childId")
                            .with("personnummer", "201403122383")
                            .line());
            String identity = """
                    {"personnummer":"201403122383","name":{"given":"sender-s-secret","family":"Prov"},"municipality":"2380"}""";
            app.post(IDENTITIES, identity);
            app.post(IDENTITIES, identity.replace("2380", "sender-s-secret"));
            app.post(IDENTITIES, identity.replace("{\"given", "140312-2383"));
            app.get(EVENTS + "/" + UUID.randomUUID() + "?childId=" + CHILD);
            app.get(EVENTS + "/201403122383?childId=140312-2383");
            app.get("/api/social-services/v1/201403122383");
            app.get("/201403122383?childId=" + CHILD);
            app.send(HttpRequest.newBuilder(URI.create(app.url() + EVENTS))
                    .header("Content-Type", "sender-s-secret/201403122383")
                    .POST(HttpRequest.BodyPublishers.ofString(good)));
            app.raw("GET " + EVENTS
                    + "/x|y?childId={201403122383} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            app.raw("GET " + EVENTS
                    + "/x?201403122383=201403122383%F0%28 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            app.raw("GET /%zz201403122383 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            app.raw("SENDER-201403122383 / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            TestApp.KAFKA.missing = Optional.of(Published.Missing.BROKER);
            app.post(
                    EVENTS,
                    good.replace("\"r1\"", "\"r3\"").replace("000000000001\",\"childId", "0000000000ff\",\"childId"));
            TestApp.KAFKA.missing = Optional.empty();
        } finally {
            lines.stop();
        }
        assertThat(lines.heard).anyMatch(line -> line.contains("POST " + EVENTS + " 202"));
        assertThat(lines.heard).anyMatch(line -> line.contains("POST " + IDENTITIES + " 202"));
        assertThat(lines.heard).noneMatch(line -> SECRETS.stream().anyMatch(line::contains));
    }

    @Test
    void a_broker_that_is_away_leaves_no_trace_of_a_child() throws Exception {
        MockSchemaRegistry.getClientForScope("nothing-in-the-log")
                .register(
                        Topics.SOCIAL_SERVICES_EVENTS.subject(ConcernReportReceived.class),
                        new AvroSchema(WireSchemas.of(ConcernReportReceived.class)));
        listen();
        String line = Sample.concernReport()
                .with("childId", CHILD)
                .with("reportId", "sender-s-secret")
                .line();
        Outgoing record = Outgoing.of((Reading.Event) Intake.READER.read(line, Mode.files()), Instant.EPOCH);
        try (var publisher =
                new KafkaEventPublisher("127.0.0.1:1", new WireBytes("mock://nothing-in-the-log"), "log")) {
            Published away = new Published.Away(Published.Missing.BROKER);
            assertThat(publisher.publish(List.of(record))).isEqualTo(away);
            assertThat(publisher.publish(List.of(record, record))).isEqualTo(away);
        } finally {
            lines.stop();
        }
        assertThat(lines.heard).isNotEmpty();
        assertThat(lines.heard).noneMatch(heard -> SECRETS.stream().anyMatch(heard::contains));
    }

    private void listen() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        lines.setContext(root.getLoggerContext());
        lines.start();
        root.addAppender(lines);
    }

    /** Every line as it would be printed, with the messages of its exceptions. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            StringBuilder line = new StringBuilder(event.getFormattedMessage());
            for (IThrowableProxy thrown = event.getThrowableProxy(); thrown != null; thrown = thrown.getCause()) {
                line.append(' ').append(thrown.getMessage());
            }
            heard.add(line.toString());
        }
    }
}
