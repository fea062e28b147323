package se.samordna.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import se.samordna.alerts.Alert;
import se.samordna.alerts.AlertNotice;
import se.samordna.events.Agency;
import se.samordna.events.ConcernReportReceived;
import se.samordna.schemas.Topic.Partitioning;
import se.samordna.schemas.Topic.Party;

class TopicsTest {

    private static final UUID CHILD = UUID.fromString("0b540000-0000-4000-8000-000000000001");

    @Test
    void are_those_of_the_contract_and_nothing_else() {
        assertThat(Topics.catalogue())
                .extracting(Topic::name)
                .containsExactlyInAnyOrder(
                        "social-services.events",
                        "school.events",
                        "region.events",
                        "police.events",
                        "coordination.actions",
                        "coordination.crossings",
                        "coordination.contributions",
                        "coordination.receipts",
                        "municipality.measurements",
                        "plans.definitions",
                        "platform.clock",
                        "platform.feeds",
                        "alerts.social-services",
                        "alerts.school",
                        "alerts.region",
                        "alerts.police",
                        "coordination.disclosures",
                        "indicators.published",
                        "indicators.crossings",
                        "platform.access-log",
                        "platform.identities",
                        "platform.replays");
        assertThat(Topics.all()).hasSize(2 * Topics.catalogue().size());
    }

    @Test
    void only_alerts_plans_feeds_receipts_and_identities_are_compacted_and_nothing_is_removed_from_the_others() {
        assertThat(Topics.all())
                .filteredOn(topic -> "compact".equals(topic.settings().get("cleanup.policy")))
                .extracting(Topic::name)
                .containsExactly(
                        "coordination.receipts",
                        "plans.definitions",
                        "platform.feeds",
                        "alerts.social-services",
                        "alerts.school",
                        "alerts.region",
                        "alerts.police",
                        "platform.identities");
        assertThat(Topics.SCHOOL_EVENTS.settings())
                .containsOnly(
                        Map.entry("cleanup.policy", "delete"),
                        Map.entry("retention.ms", "-1"),
                        Map.entry("message.timestamp.before.max.ms", "9223372036854775807"),
                        Map.entry("message.timestamp.after.max.ms", "9223372036854775807"));
    }

    @Test
    void a_childs_records_and_its_clock_lie_in_one_partition_number() {
        assertThat(Topics.catalogue())
                .filteredOn(topic -> topic.partitioning() == Partitioning.SINGLE)
                .containsExactly(Topics.RECEIPTS, Topics.PLANS, Topics.FEEDS, Topics.REPLAYS);
        assertThat(Topics.CLOCK.toCreate(12, 3).numPartitions()).isEqualTo(12);
        assertThat(Topics.CLOCK.deadLetters().toCreate(12, 3).numPartitions()).isEqualTo(1);
        assertThat(Topics.CLOCK.toCreate(12, 3).configs()).containsEntry("min.insync.replicas", "2");
        assertThat(Topics.CLOCK.toCreate(4, 1).configs()).containsEntry("min.insync.replicas", "1");
    }

    @Test
    void keys_are_what_the_contract_says_and_fall_where_kafka_puts_them() {
        UUID alert = UUID.fromString("89c92de3-2f6c-5937-b7c5-9fc228a5372e");

        assertThat(Keys.child(CHILD)).isEqualTo("0b540000-0000-4000-8000-000000000001");
        assertThat(Keys.alert(CHILD, alert))
                .isEqualTo("0b540000-0000-4000-8000-000000000001/89c92de3-2f6c-5937-b7c5-9fc228a5372e");
        assertThat(Keys.identity(CHILD, "2380", Agency.SCHOOL))
                .isEqualTo("0b540000-0000-4000-8000-000000000001/2380/school");
        assertThat(Keys.feed("2380", Agency.SOCIAL_SERVICES, 3)).isEqualTo("2380/social-services/3");
        assertThat(Keys.partition(CHILD, 12))
                .isEqualTo(Utils.toPositive(Utils.murmur2(CHILD.toString().getBytes(StandardCharsets.UTF_8))) % 12);
    }

    @Test
    void a_topic_takes_the_types_of_its_writers_under_their_own_subjects() {
        assertThat(Topics.SCHOOL_EVENTS.types()).hasSize(18).doesNotContain(ConcernReportReceived.class);
        assertThat(Topics.SOCIAL_SERVICES_EVENTS.subject(ConcernReportReceived.class))
                .isEqualTo("social-services.events-se.samordna.events.ConcernReportReceived");
        assertThat(Topics.alerts(Agency.REGION).types()).containsExactly(Alert.class, AlertNotice.class);
        assertThat(Topics.alerts(Agency.REGION).readers())
                .containsExactlyInAnyOrder(Party.REGION, Party.COORDINATION, Party.WORKPLACE);
        assertThat(Topics.catalogue())
                .allSatisfy(topic -> assertThat(topic.legalBasis()).isNotBlank());
    }

    @Test
    void agencies_are_called_the_same_both_ways() {
        assertThat(Agencies.ALL)
                .extracting(Agencies::wireName)
                .containsExactly("social-services", "school", "region", "police");
        assertThat(Agencies.ALL)
                .allSatisfy(agency -> assertThat(Agencies.ofWireName(Agencies.wireName(agency)))
                        .contains(agency));
        assertThat(Agencies.ofWireName("unknown")).isEmpty();
    }
}
