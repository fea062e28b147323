package se.samordna.schemas;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import se.samordna.alerts.Alert;
import se.samordna.alerts.AlertNotice;
import se.samordna.alerts.Disclosure;
import se.samordna.contributions.AlertTimeliness;
import se.samordna.contributions.EventReceipts;
import se.samordna.crossings.HistoryOf;
import se.samordna.crossings.MergedInto;
import se.samordna.crossings.SiblingTold;
import se.samordna.events.Agency;
import se.samordna.measures.IndicatorCell;
import se.samordna.measures.MunicipalMeasurement;
import se.samordna.measures.PlanDefinition;
import se.samordna.platform.Access;
import se.samordna.platform.Feed;
import se.samordna.platform.Replayed;
import se.samordna.platform.SealedIdentity;
import se.samordna.platform.Tick;
import se.samordna.schemas.EventType.Family;
import se.samordna.schemas.Topic.Party;

/** The catalogue: every topic there is. Applications, command line, tests and documents read it. */
public final class Topics {

    private static final String OWN_WORK = "SoLPuL 2001:454 7 §; OSL 2009:400 10 kap. 2 a § (technical processing)";
    private static final String TOLD =
            "OSL 2009:400 10 kap. 1, 2 and 28 §§, 25 kap. 12 §, 26 kap. 9 a §; per record in the ledger";
    private static final String LEDGER = "GDPR art. 5.2 and 30; SoLPuL 2001:454 10 §; HSLF-FS 2016:40 4 kap. 9 §";
    private static final String NO_CHILD = "no personal data";

    public static final Topic SOCIAL_SERVICES_EVENTS =
            events("social-services.events", Agency.SOCIAL_SERVICES, Party.SOCIAL_SERVICES, OWN_WORK);
    public static final Topic SCHOOL_EVENTS = events(
            "school.events",
            Agency.SCHOOL,
            Party.SCHOOLS,
            "SkolL 2010:800 7 kap. 17-22 §§; OSL 2009:400 10 kap. 2 a §");
    public static final Topic REGION_EVENTS = events(
            "region.events",
            Agency.REGION,
            Party.REGION,
            "PDL 2008:355 2 kap. 4 §; OSL 2009:400 10 kap. 2 a §, 25 kap. 12 §");
    public static final Topic POLICE_EVENTS = events(
            "police.events",
            Agency.POLICE,
            Party.POLICE,
            "SoL 2025:400 19 kap. 1 §; LUL 1964:167 6 §; OSL 2009:400 10 kap. 21 §");

    public static final Topic ACTIONS = Topic.of(
                    "coordination.actions", Topic.Key.CHILD_ID, classes(EventTypes.of(Family.ACTION)))
            .ownedBy(Party.SOCIAL_SERVICES, OWN_WORK)
            .from(Party.WORKPLACE)
            .to(Party.COORDINATION);

    /** What one child's events mean for another: siblings, merged identities. */
    public static final Topic CROSSINGS = Topic.of(
                    "coordination.crossings",
                    Topic.Key.TARGET_CHILD_ID,
                    List.of(SiblingTold.class, MergedInto.class, HistoryOf.class))
            .ownedBy(Party.COORDINATION, OWN_WORK)
            .from(Party.COORDINATION)
            .to(Party.COORDINATION);

    /** What only the rules know and indicators need: whether alerts are answered in time. */
    public static final Topic CONTRIBUTIONS = Topic.of(
                    "coordination.contributions", Topic.Key.CHILD_ID, List.of(AlertTimeliness.class))
            .ownedBy(Party.COORDINATION, OWN_WORK)
            .from(Party.COORDINATION)
            .to(Party.INDICATORS);

    /** How many events coordination has accounted for, by agency; read whole by whoever checks that none is lost. */
    public static final Topic RECEIPTS = Topic.of(
                    "coordination.receipts", Topic.Key.RECEIPT, List.of(EventReceipts.class))
            .single()
            .compacted()
            .ownedBy(Party.OPERATOR, NO_CHILD)
            .from(Party.COORDINATION)
            .to(Party.INDICATORS, Party.OPERATOR);

    public static final Topic MEASUREMENTS = Topic.of(
                    "municipality.measurements", Topic.Key.MUNICIPALITY, List.of(MunicipalMeasurement.class))
            .ownedBy(Party.OPERATOR, NO_CHILD)
            .from(Party.SOCIAL_SERVICES, Party.SCHOOLS, Party.REGION, Party.POLICE)
            .to(Party.INDICATORS);

    public static final Topic PLANS = Topic.of(
                    "plans.definitions", Topic.Key.MUNICIPALITY, List.of(PlanDefinition.class))
            .single()
            .compacted()
            .ownedBy(Party.OPERATOR, NO_CHILD)
            .from(Party.OPERATOR)
            .to(Party.INDICATORS, Party.WORKPLACE);

    /** Time. Partition n ticks partition n of every per-child topic. */
    public static final Topic CLOCK = Topic.of("platform.clock", Topic.Key.PARTITION, List.of(Tick.class))
            .ownedBy(Party.OPERATOR, NO_CHILD)
            .from(Party.CLOCK)
            .to(Party.COORDINATION, Party.INDICATORS);

    /** How fresh each agency's feed is; read whole by the side that answers queries. */
    public static final Topic FEEDS = Topic.of("platform.feeds", Topic.Key.FEED, List.of(Feed.class))
            .single()
            .compacted()
            .ownedBy(Party.OPERATOR, NO_CHILD)
            .from(Party.COORDINATION)
            .to(Party.COORDINATION, Party.INDICATORS);

    public static final Topic SOCIAL_SERVICES_ALERTS = alerts(Agency.SOCIAL_SERVICES, Party.SOCIAL_SERVICES);
    public static final Topic SCHOOL_ALERTS = alerts(Agency.SCHOOL, Party.SCHOOLS);
    public static final Topic REGION_ALERTS = alerts(Agency.REGION, Party.REGION);
    public static final Topic POLICE_ALERTS = alerts(Agency.POLICE, Party.POLICE);

    /** What was told to whom on what ground. Append only. */
    public static final Topic DISCLOSURES = Topic.of(
                    "coordination.disclosures", Topic.Key.CHILD_ID, List.of(Disclosure.class))
            .ownedBy(Party.DATA_PROTECTION_OFFICER, LEDGER)
            .from(Party.COORDINATION)
            .to(Party.DATA_PROTECTION_OFFICER);

    public static final Topic INDICATORS = Topic.of(
                    "indicators.published", Topic.Key.AREA, List.of(IndicatorCell.class))
            .ownedBy(Party.INDICATORS, "OSL 2009:400 24 kap. 8 §; small numbers are kept back")
            .from(Party.INDICATORS)
            .to(Party.ANYONE);

    /** What the ids of one child tell each other when it is counted: as {@link #CROSSINGS}, but of a longer memory. */
    public static final Topic INDICATORS_CROSSINGS = Topic.of(
                    "indicators.crossings", Topic.Key.TARGET_CHILD_ID, List.of(MergedInto.class, HistoryOf.class))
            .ownedBy(Party.INDICATORS, OWN_WORK)
            .from(Party.INDICATORS)
            .to(Party.INDICATORS);

    /** Who looked at a child's data. Append only. */
    public static final Topic ACCESS_LOG = Topic.of("platform.access-log", Topic.Key.CHILD_ID, List.of(Access.class))
            .ownedBy(Party.DATA_PROTECTION_OFFICER, LEDGER)
            .from(Party.COORDINATION, Party.INDICATORS, Party.WORKPLACE, Party.OPERATOR)
            .to(Party.DATA_PROTECTION_OFFICER);

    /**
     * Who a child is, encrypted: agencies write it, the workplace alone can read it. Keyed by the authority, too, so that
     * its partition is not the child's.
     */
    public static final Topic IDENTITIES = Topic.of(
                    "platform.identities", Topic.Key.IDENTITY, List.of(SealedIdentity.class))
            .compacted()
            .ownedBy(Party.WORKPLACE, "OSL 2009:400 10 kap. 2 and 28 §§, 26 kap. 1 §; GDPR art. 32")
            .from(Party.SOCIAL_SERVICES, Party.SCHOOLS, Party.REGION, Party.POLICE)
            .to(Party.WORKPLACE);

    /** Which dead letters were put back onto the topics they came from. Append only. */
    public static final Topic REPLAYS = Topic.of("platform.replays", Topic.Key.DEAD_LETTER, List.of(Replayed.class))
            .single()
            .ownedBy(Party.OPERATOR, NO_CHILD)
            .from(Party.OPERATOR)
            .to(Party.OPERATOR);

    private static final List<Topic> CATALOGUE = List.of(
            SOCIAL_SERVICES_EVENTS,
            SCHOOL_EVENTS,
            REGION_EVENTS,
            POLICE_EVENTS,
            ACTIONS,
            CROSSINGS,
            CONTRIBUTIONS,
            RECEIPTS,
            MEASUREMENTS,
            PLANS,
            CLOCK,
            FEEDS,
            SOCIAL_SERVICES_ALERTS,
            SCHOOL_ALERTS,
            REGION_ALERTS,
            POLICE_ALERTS,
            DISCLOSURES,
            INDICATORS,
            INDICATORS_CROSSINGS,
            ACCESS_LOG,
            IDENTITIES,
            REPLAYS);

    private Topics() {}

    /** The topics without their dead letters, in the order of the contract. */
    public static List<Topic> catalogue() {
        return CATALOGUE;
    }

    /** Every topic to be created: the catalogue, then the dead letters of each. */
    public static List<Topic> all() {
        return Stream.concat(CATALOGUE.stream(), CATALOGUE.stream().map(Topic::deadLetters))
                .toList();
    }

    /** The topic of that name, dead letters too; empty if there is none. */
    public static Optional<Topic> named(String name) {
        return all().stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    /** Where an agency's events go. */
    public static Topic events(Agency agency) {
        return ofAgency(agency, SOCIAL_SERVICES_EVENTS, SCHOOL_EVENTS, REGION_EVENTS, POLICE_EVENTS);
    }

    /** Where an agency is told. */
    public static Topic alerts(Agency agency) {
        return ofAgency(agency, SOCIAL_SERVICES_ALERTS, SCHOOL_ALERTS, REGION_ALERTS, POLICE_ALERTS);
    }

    /** Whether children tell each other something in the topic of that name. */
    public static boolean isCrossed(String name) {
        return name.equals(CROSSINGS.name()) || name.equals(INDICATORS_CROSSINGS.name());
    }

    private static Topic ofAgency(Agency agency, Topic social, Topic school, Topic region, Topic police) {
        return switch (agency) {
            case SOCIAL_SERVICES -> social;
            case SCHOOL -> school;
            case REGION -> region;
            case POLICE -> police;
            case UNKNOWN -> throw new IllegalArgumentException("UNKNOWN is no agency");
        };
    }

    private static Topic events(String name, Agency agency, Party owner, String legalBasis) {
        return Topic.of(name, Topic.Key.CHILD_ID, classes(EventTypes.sentBy(agency)))
                .ownedBy(owner, legalBasis)
                .from(owner)
                .to(Party.COORDINATION, Party.INDICATORS);
    }

    private static Topic alerts(Agency agency, Party owner) {
        return Topic.of("alerts." + Agencies.wireName(agency), Topic.Key.ALERT, List.of(Alert.class, AlertNotice.class))
                .compacted()
                .ownedBy(owner, TOLD)
                .from(Party.COORDINATION)
                .to(owner, Party.COORDINATION, Party.WORKPLACE);
    }

    private static List<Class<? extends SpecificRecord>> classes(List<EventType> types) {
        return types.stream()
                .<Class<? extends SpecificRecord>>map(EventType::recordClass)
                .toList();
    }
}
