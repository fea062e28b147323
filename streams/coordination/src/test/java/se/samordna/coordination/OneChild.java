package se.samordna.coordination;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import se.samordna.events.AbsenceInquiryOpened;
import se.samordna.events.Agency;
import se.samordna.events.AttendanceReported;
import se.samordna.events.ConcernReason;
import se.samordna.events.ConcernReportReceived;
import se.samordna.events.ConsentGiven;
import se.samordna.events.EventHeader;
import se.samordna.events.Ground;
import se.samordna.events.InvestigationOpened;
import se.samordna.events.PoliceIncident;
import se.samordna.events.PoliceIncidentKind;
import se.samordna.events.ProtectedIdentity;
import se.samordna.events.ProtectionAssessed;
import se.samordna.events.ReporterType;
import se.samordna.schemas.EventTypes;

/** The child of the hand-written file of infra/e2e, and what is to be told of it. */
final class OneChild {

    static final UUID CHILD = UUID.fromString("0b540000-0000-4000-8000-000000000001");
    private static final Set<LocalDate> AWAY = Set.of(
            LocalDate.of(2026, 1, 26), LocalDate.of(2026, 1, 28), LocalDate.of(2026, 1, 30), LocalDate.of(2026, 2, 3));

    static final List<String> TO_SOCIAL = lines("social-services");
    static final List<String> TO_SCHOOL = lines("school");
    static final List<String> TO_REGION = lines("region");
    static final List<String> TO_POLICE = lines("police");

    private OneChild() {}

    private static List<String> lines(String recipient) {
        try (InputStream file =
                Objects.requireNonNull(OneChild.class.getResourceAsStream("/one-child/" + recipient + ".jsonl"))) {
            return new String(file.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void lives(County county) {
        lives(county, _ -> {});
    }

    /** Event after event with a tick every evening, and something between any two. */
    static void lives(County county, Consumer<County> between) {
        LocalDate evening = LocalDate.of(2026, 1, 12);
        county.tick("2026-01-12T06:00:00Z");
        for (SpecificRecord event : events()) {
            Instant received = EventTypes.header(event).getReceivedAt();
            for (Instant tick = evening(evening); tick.isBefore(received); tick = evening(evening)) {
                county.tick(tick);
                between.accept(county);
                evening = evening.plusDays(1);
            }
            county.send(event);
            between.accept(county);
        }
        for (; evening.isBefore(LocalDate.of(2026, 3, 6)); evening = evening.plusDays(1)) {
            county.tick(evening(evening));
        }
        county.tick("2026-03-06T12:00:00Z");
    }

    private static Instant evening(LocalDate day) {
        return day.atTime(18, 0).toInstant(ZoneOffset.UTC);
    }

    static List<SpecificRecord> events() {
        List<SpecificRecord> all = new ArrayList<>(List.of(
                new ConcernReportReceived(
                        header(1, Agency.SOCIAL_SERVICES, "2026-01-12T09:00:00Z"),
                        "r1",
                        ReporterType.SCHOOL,
                        List.of(ConcernReason.NEGLECT),
                        false),
                new InvestigationOpened(
                        header(2, Agency.SOCIAL_SERVICES, "2026-02-02T08:00:00Z"), "i1", "r1", List.of("FAMILY")),
                new ConsentGiven(
                        header(3, Agency.SOCIAL_SERVICES, "2026-02-02T08:05:00Z"),
                        "c1",
                        List.of(Agency.SOCIAL_SERVICES, Agency.SCHOOL),
                        List.of(Agency.SOCIAL_SERVICES, Agency.REGION),
                        null),
                incident(),
                new ConcernReportReceived(
                        header(5, Agency.SOCIAL_SERVICES, "2026-02-04T07:30:00Z"),
                        "r2",
                        ReporterType.POLICE,
                        List.of(ConcernReason.NEGLECT),
                        false),
                new ProtectionAssessed(header(6, Agency.SOCIAL_SERVICES, "2026-02-04T09:00:00Z"), "r2", false),
                inquiry()));
        LocalDate first = LocalDate.of(2026, 1, 12);
        int id = 10;
        for (LocalDate day = first; day.isBefore(LocalDate.of(2026, 2, 28)); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() <= 5) {
                all.add(day(day, AWAY.contains(day) ? 300 : 0, id++));
            }
        }
        all.sort(Comparator.comparing(event -> EventTypes.header(event).getReceivedAt()));
        return all;
    }

    static AttendanceReported day(LocalDate day, int away, int id) {
        EventHeader header = header(id, Agency.SCHOOL, day + "T14:00:00Z");
        header.setReceivedAt(Instant.parse(day + "T14:30:00Z"));
        return new AttendanceReported(header, day, true, 300, 0, away);
    }

    private static PoliceIncident incident() {
        EventHeader header = header(4, Agency.POLICE, "2026-02-03T20:15:00Z");
        header.setReceivedAt(Instant.parse("2026-02-03T21:00:00Z"));
        header.setGround(Ground.REPORT_DUTY);
        return new PoliceIncident(header, "p1", PoliceIncidentKind.DOMESTIC_VIOLENCE, true);
    }

    private static AbsenceInquiryOpened inquiry() {
        EventHeader header = header(7, Agency.SCHOOL, "2026-02-09T10:00:00Z");
        header.setGround(Ground.INVESTIGATION_DUTY);
        return new AbsenceInquiryOpened(header, "a1");
    }

    static EventHeader header(int id, Agency agency, String occurredAt) {
        EventHeader header = new EventHeader();
        header.setEventId(UUID.fromString("6f0c0000-0000-4000-8000-%012d".formatted(id)));
        header.setChildId(CHILD);
        header.setMunicipality("2380");
        header.setAgency(agency);
        header.setSource("urn:example:" + agency.name().toLowerCase(java.util.Locale.ROOT));
        header.setOccurredAt(Instant.parse(occurredAt));
        header.setReceivedAt(Instant.parse(occurredAt).plusSeconds(2));
        header.setGround(Ground.OWN);
        header.setProtectedIdentity(ProtectedIdentity.NONE);
        return header;
    }
}
