package se.samordna.workplace;

import org.junit.jupiter.api.BeforeEach;

/** Someone acts on alerts: Kafka is there and nothing published yet, and the social services' intake takes what it is sent. */
abstract class ActingOnAlerts extends AgainstFakes {
    static final String INTAKE = "/api/social-services/v1/events";

    final FakeKafka kafka = WORKPLACE.part("fakeKafka", FakeKafka.class);

    @BeforeEach
    void nothing_is_sent_yet() {
        kafka.isThere();
        BEHIND.says(INTAKE, FakeBehind.json(202, "[]"));
    }
}
