package se.samordna.cli.county;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CountyTest {
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final Pattern TYPE = Pattern.compile("\"type\":\"(\\w+)\"");
    private static final Pattern CHILD = Pattern.compile("\"childId\":\"([^\"]+)\"");
    private static final Pattern NUMBER = Pattern.compile("\"personnummer\":\"(\\d+)\"");
    private static final Pattern AGENCY = Pattern.compile("\"agency\":\"(\\w+)\"");
    private static final Pattern PLAN = Pattern.compile("\"planId\":\"([^\"]+)\"");
    private static final Pattern OCCURRED = Pattern.compile("\"occurredAt\":\"([^\"]+)\"");
    private static final Pattern RECEIVED = Pattern.compile("\"receivedAt\":\"([^\"]+)\"");

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_others() throws Exception {
        String first = hash(order(200, 3, 7, false));

        assertThat(hash(order(200, 3, 7, false))).isEqualTo(first);
        assertThat(hash(order(200, 3, 8, false))).isNotEqualTo(first);
    }

    @Test
    void lines_come_in_the_order_they_were_received_and_none_after_the_end() {
        List<String> received = lines(order(400, 6, 1, false)).stream()
                .map(line -> first(RECEIVED, line))
                .filter(instant -> !instant.isEmpty())
                .toList();

        assertThat(received).isSorted();
        assertThat(received.getFirst()).isGreaterThanOrEqualTo("2025-12-31T23:00:00.000Z");
        assertThat(received.getLast()).isLessThan("2026-06-30T22:00:00.000Z");
    }

    @Test
    void a_municipality_has_a_year_at_the_rates_of_real_ones() {
        List<String> lines = lines(order(4_000, 12, 1, false));
        Map<String, Integer> count = new HashMap<>();
        Set<String> reported = new HashSet<>();
        Set<String> inPsychiatry = new HashSet<>();
        for (String line : lines) {
            String type = first(TYPE, line);
            count.merge(type, 1, Integer::sum);
            if (type.equals("ConcernReportReceived")) {
                reported.add(first(CHILD, line));
            }
            if (type.startsWith("Bup")) {
                inPsychiatry.add(first(CHILD, line));
            }
        }
        // 192 reports a year per 1,000 children, on 98 children; 64 children in psychiatry.
        assertThat(count.getOrDefault("ConcernReportReceived", 0) / 4.0).isBetween(140.0, 250.0);
        assertThat(reported.size() / 4.0).isBetween(75.0, 125.0);
        assertThat(inPsychiatry.size() / 4.0).isBetween(50.0, 110.0);
        // About 59 of 100 children are pupils, and there are about 178 school days.
        assertThat(count.getOrDefault("AttendanceReported", 0) / 4_000.0).isBetween(85.0, 110.0);
        assertThat(count.keySet())
                .contains(
                        "InvestigationOpened",
                        "InvestigationClosed",
                        "SupportStarted",
                        "PlacementStarted",
                        "AbsenceInquiryOpened",
                        "PoliceIncident",
                        "JointVisitDone",
                        "SipStarted",
                        "ConsentGiven",
                        "SiblingLinked",
                        "HousingNotice",
                        "MunicipalMeasurement")
                .as("what plans measure of work with the youngest, at home and in care")
                .contains(
                        "BookPacketSent",
                        "HomeSupportEnded",
                        "FamilyPlanMade",
                        "FamilyPlanReviewed",
                        "CaseworkerUnassigned",
                        "TeamAccepted",
                        "LssDecided",
                        "PlacementMoved");
        assertThat(lines).anyMatch(line -> line.contains("\"corrects\""));
        assertThat(lines).anyMatch(line -> line.contains("SECRECY_MARKED"));
    }

    @Test
    void nothing_is_told_of_a_familys_plan_after_its_end() {
        Map<String, String> ended = new HashMap<>();
        Map<String, String> last = new HashMap<>();
        for (String line : lines(order(4_000, 12, 2, false))) {
            String type = first(TYPE, line);
            if (type.startsWith("FamilyPlan")) {
                String plan = first(PLAN, line);
                String at = first(OCCURRED, line);
                (type.equals("FamilyPlanEnded") ? ended : last).merge(plan, at, (a, b) -> a.compareTo(b) > 0 ? a : b);
            }
        }

        assertThat(ended).hasSizeGreaterThan(20);
        assertThat(ended)
                .allSatisfy(
                        (plan, at) -> assertThat(last.getOrDefault(plan, "")).isLessThan(at));
    }

    @Test
    void identities_are_test_numbers_alone_each_of_one_child() {
        List<String> lines = lines(order(3_000, 1, 1, true));
        Set<String> numbers = new HashSet<>();
        lines.forEach(line -> numbers.add(first(NUMBER, line)));
        numbers.remove("");

        assertThat(numbers).hasSizeGreaterThan(1_000).allMatch(number -> number.matches("20\\d{6}23[89]\\d"));
        assertThat(numbers).allMatch(CountyTest::checks);
    }

    @Test
    void the_demo_is_the_county_and_the_two_others_with_a_plan_shared_out_as_they_are() {
        assertThat(Municipality.DEMO)
                .extracting(Municipality::code)
                .contains("2380", "1265", "1490")
                .hasSize(10);

        List<Municipality> small = Municipality.sharing(Municipality.DEMO, 1_000);

        assertThat(small.stream().mapToInt(Municipality::children).sum()).isEqualTo(1_000);
        assertThat(small)
                .zipSatisfy(
                        Municipality.DEMO,
                        (few, all) ->
                                assertThat(few.children()).isBetween(all.children() / 35, all.children() / 34 + 1));
    }

    @Test
    void the_demo_has_twelve_whole_months_and_ends_on_the_day_it_is_told_with_everyone_just_heard() {
        LocalDate monday = LocalDate.of(2026, 11, 23);
        CountyOrder order =
                CountyOrder.demo(Municipality.sharing(Municipality.DEMO, 1_000), monday, 1, Pseudonyms.UNKNOWN);

        List<String> lines = lines(order);

        assertThat(order.from()).isEqualTo(LocalDate.of(2025, 11, 1));
        assertThat(CountyOrder.demo(Municipality.DEMO, LocalDate.of(2026, 11, 1), 1, Pseudonyms.UNKNOWN)
                        .from())
                .isEqualTo(LocalDate.of(2025, 11, 1));
        Map<String, String> last = new HashMap<>();
        lines.forEach(
                line -> last.merge(first(AGENCY, line), first(RECEIVED, line), (a, b) -> a.compareTo(b) > 0 ? a : b));
        last.remove("");
        assertThat(last).containsOnlyKeys("SOCIAL_SERVICES", "SCHOOL", "REGION", "POLICE");
        assertThat(last.values())
                .allSatisfy(at -> assertThat(at).isBetween("2026-11-16T23:00:00.000Z", "2026-11-22T23:00:00.000Z"));
        assertThat(lines(order)).isEqualTo(lines);
    }

    @Test
    void a_county_has_moves_between_its_municipalities() {
        List<Municipality> two = List.of(new Municipality("2321", "Åre", 600), new Municipality("2309", "Krokom", 600));
        List<String> lines = lines(new CountyOrder(two, 12, JULY, 3, false));

        assertThat(lines).anyMatch(line -> line.contains("\"EnrolmentEnded\""));
        assertThat(lines.stream().filter(line -> line.contains("\"Enrolled\""))).isNotEmpty();
    }

    private static CountyOrder order(int children, int months, long seed, boolean personnummer) {
        return new CountyOrder(
                List.of(new Municipality("2380", "Östersund", children)), months, JULY, seed, personnummer);
    }

    private static List<String> lines(CountyOrder order) {
        List<String> lines = new ArrayList<>();
        long written = new County(order)
                .write(
                        (bytes, length) -> lines.add(new String(bytes, 0, length, StandardCharsets.US_ASCII)),
                        day -> {});
        assertThat(lines).hasSize((int) written);
        return lines;
    }

    private static String hash(CountyOrder order) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        new County(order).write((bytes, length) -> digest.update(bytes, 0, length), day -> {});
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String first(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static boolean checks(String number) {
        int sum = 0;
        for (int i = 2; i < 12; i++) {
            int product = (number.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }
}
