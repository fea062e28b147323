package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** State outlives releases: what an earlier one wrote is read, and read back it is the same. */
class StateBytesTest {

    private static final UUID ALERT = UUID.fromString("89c92de3-2f6c-5937-b7c5-9fc228a5372e");
    private static final Instant AT = Instant.parse("2026-01-12T09:00:00Z");

    private static Told told() {
        Alert alert = new Alert(
                ALERT,
                RuleId.R07,
                1,
                1,
                Story.CHILD,
                "2380",
                Severity.MEDIUM,
                2,
                Status.WITHDRAWN,
                AT,
                AT.plusSeconds(60),
                Optional.empty(),
                false,
                Story.id(1) + "/a",
                List.of(
                        new Evidence(Story.id(1), Optional.of("BupContact"), Optional.of(Agency.REGION)),
                        new Evidence(Story.id(2), Optional.empty(), Optional.empty())),
                List.of(Story.id(8)),
                Optional.of(Story.id(9)));
        Notice notice = new Notice(ALERT, Story.CHILD, "sip-proposed", Status.OPEN, AT);
        return new Told(
                -17,
                List.of(
                        new Told.OfRule(RuleId.R01, Optional.of(AT), List.of()),
                        new Told.OfRule(
                                RuleId.R07,
                                Optional.empty(),
                                List.of(
                                        new Told.Entry(Agency.SOCIAL_SERVICES, "2380", Ground.OWN, 3, alert),
                                        new Told.Entry(Agency.REGION, "2380", Ground.CONSENT, 1, notice)))));
    }

    @Test
    void told_is_read_as_it_was_written() {
        assertThat(ToldBytes.read(ToldBytes.write(told()))).isEqualTo(told());
        assertThat(ToldBytes.read(ToldBytes.write(Told.NOTHING))).isEqualTo(Told.NOTHING);
    }

    @Test
    void told_of_the_first_release() {
        assertThat(HexFormat.of().formatHex(ToldBytes.write(told()))).isEqualTo(TOLD_1);
        assertThat(ToldBytes.read(HexFormat.of().parseHex(TOLD_1))).isEqualTo(told());
    }

    @Test
    void told_with_what_other_children_were_told_before_that_was_numbered() {
        Told crossed = crossed(0);
        byte[] bytes = ToldBytes.write(crossed);
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("04" + TOLD_1.substring(2) + CROSSED_2);
        assertThat(ToldBytes.read(bytes)).isEqualTo(crossed);
    }

    /** The number that told an alert from a notice, 1, says more: 3 of one answered in time. */
    @Test
    void told_with_what_indicators_were_told() {
        Told.OfRule r07 = told().of(RuleId.R07);
        Told measured = told().with(
                        -17,
                        List.of(new Told.OfRule(
                                RuleId.R07,
                                Optional.empty(),
                                List.of(
                                        r07.entries().getFirst().with(Timeliness.Answered.IN_TIME),
                                        r07.entries().getLast()))));
        byte[] bytes = ToldBytes.write(measured);
        String alert = "0602" + ALERT.toString().replace("-", "");
        String answered = "0606" + ALERT.toString().replace("-", "");
        assertThat(TOLD_1).contains(alert);
        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo("08" + TOLD_1.substring(2).replaceFirst(alert, answered) + "0000");
        assertThat(ToldBytes.read(bytes)).isEqualTo(measured);
    }

    @Test
    void told_with_the_number_of_what_other_children_were_told_last() {
        Told crossed = crossed(5);
        byte[] bytes = ToldBytes.write(crossed);
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("06" + TOLD_1.substring(2) + CROSSED_2 + "0a");
        assertThat(ToldBytes.read(bytes)).isEqualTo(crossed);
        Told nothingNow = told().with(List.of(), 5);
        assertThat(ToldBytes.read(ToldBytes.write(nothingNow))).isEqualTo(nothingNow);
    }

    private static Told crossed(long numbered) {
        return told().with(
                        List.of(
                                new Told.Crossed(new Crossing.Key(Crossing.Kind.SIBLING, Story.id(3)), -5),
                                new Told.Crossed(new Crossing.Key(Crossing.Kind.HISTORY, Story.id(4)), Long.MAX_VALUE)),
                        numbered);
    }

    @Test
    void what_siblings_and_newer_ids_told() {
        SiblingTold sibling = new SiblingTold(
                Story.id(1),
                List.of(Story.id(2)),
                List.of(new SiblingTold.Link(AT, Story.id(3), true)),
                List.of(new SiblingTold.Trigger(AT, Story.id(4))));
        MergedInto merged = new MergedInto(
                Story.id(1),
                List.of(
                        new MergedInto.Claim(Story.id(1), AT, Story.id(5)),
                        new MergedInto.Claim(Story.id(2), AT, Story.id(6))));
        assertThat(HexFormat.of().formatHex(CrossingBytes.write(sibling))).isEqualTo(SIBLING_1);
        assertThat(CrossingBytes.read(HexFormat.of().parseHex(SIBLING_1))).isEqualTo(sibling);
        assertThat(HexFormat.of().formatHex(CrossingBytes.write(merged))).isEqualTo(MERGED_1);
        assertThat(CrossingBytes.read(HexFormat.of().parseHex(MERGED_1))).isEqualTo(merged);
        assertThat(CrossingBytes.number(HexFormat.of().parseHex(MERGED_1))).isZero();
    }

    @Test
    void what_siblings_and_newer_ids_told_with_its_number() {
        byte[] sibling = HexFormat.of().parseHex("040e" + SIBLING_1.substring(2));
        byte[] merged = HexFormat.of().parseHex("040e" + MERGED_1.substring(2));
        assertThat(CrossingBytes.number(sibling)).isEqualTo(7);
        assertThat(CrossingBytes.number(merged)).isEqualTo(7);
        assertThat(CrossingBytes.write((SiblingTold) CrossingBytes.read(sibling), 7))
                .isEqualTo(sibling);
        assertThat(CrossingBytes.write((MergedInto) CrossingBytes.read(merged), 7))
                .isEqualTo(merged);
    }

    @Test
    void runs_of_the_first_release() {
        // it kept neither the anchor's time nor its consent: the run's begin stands for the time
        RunMemory read = RunBytes.read(HexFormat.of().parseHex(RUNS_1));
        assertThat(read.runs()).containsExactly(run(AT, Optional.empty()));
        assertThat(read.through()).isEqualTo(20_006);
        assertThat(read.protectedFrom()).isEqualTo(Span.NEVER);
        assertThat(read.sums().offered(0)).isEqualTo(300);
    }

    @Test
    void runs_keep_what_the_gate_asks_for() {
        Run run = run(AT.minusSeconds(3_600), Optional.of("c1"));
        DaySums sums = new DaySums(2);
        sums.add(20_000, 60, 300);
        RunMemory memory = new RunMemory(20_006, List.of(run), sums, Span.NEVER);
        assertThat(HexFormat.of().formatHex(RunBytes.write(memory))).isEqualTo(RUNS_2);
        RunMemory read = RunBytes.read(HexFormat.of().parseHex(RUNS_2));
        assertThat(read.runs()).containsExactly(run);
        assertThat(read.sums().offered(0)).isEqualTo(300);
    }

    private static Run run(Instant at, Optional<String> consentId) {
        Ground ground = consentId.isPresent() ? Ground.CONSENT : Ground.OWN;
        Anchor anchor = new Anchor(Story.id(1), "", "AttendanceReported", "2380", Agency.SCHOOL, ground, at, consentId);
        return new Run(AT, Span.NEVER, anchor, List.of(new Step(AT, 2)));
    }

    @Test
    void a_week_of_the_first_release() {
        Event line = new Event(
                Story.id(1),
                Story.CHILD,
                "2380",
                Agency.SCHOOL,
                "urn:skola",
                AT,
                AT.plusSeconds(60),
                Ground.CONSENT,
                Optional.of("c1"),
                ProtectedIdentity.NONE,
                Optional.empty(),
                new SchoolFact.AttendanceReported(LocalDate.of(2026, 1, 12), true, 300, 10, 20));
        Child child = Child.empty(Story.CHILD, Memory.COORDINATION);
        child.accept(line, AT);
        int week = child.drain().weeks().iterator().next();
        assertThat(HexFormat.of().formatHex(child.week(week).orElseThrow())).isEqualTo(WEEK_1);
        Child again = Child.empty(Story.CHILD, Memory.COORDINATION);
        again.restoreWeek(HexFormat.of().parseHex(WEEK_1));
        assertThat(again.find(Story.id(1))).contains(line);
    }

    private static final String TOLD_1 =
            "022104000080faf796f666000c02000400083233383000060289c92de32f6c5937b7c59fc228a5372e0c02020b"
                    + "54000000004000800000000000000108323338300204080080faf796f66600c0a3ff96f6660200004c36663063"
                    + "303030302d303030302d343030302d383030302d3030303030303030303030312f61046f0c0000000040008000"
                    + "00000000000114427570436f6e74616374046f0c00000000400080000000000000020001026f0c000000004000"
                    + "8000000000000008026f0c000000004000800000000000000904083233383008020089c92de32f6c5937b7c59f"
                    + "c228a5372e0b540000000040008000000000000001187369702d70726f706f736564000080faf796f666";
    private static final String CROSSED_2 =
            "04006f0c000000004000800000000000000309046f0c0000000040008000000000000004feffffffffffffff" + "ff01";

    private static final String SIBLING_1 =
            "02006f0c0000000040008000000000000001026f0c0000000040008000000000000002020080faf796f6666f"
                    + "0c000000004000800000000000000302020080faf796f6666f0c0000000040008000000000000004";

    private static final String MERGED_1 =
            "02026f0c0000000040008000000000000001046f0c00000000400080000000000000010080faf796f6666f0c"
                    + "00000000400080000000000000056f0c00000000400080000000000000020080faf796f6666f0c0000000040"
                    + "008000000000000006";

    private static final String RUNS_1 =
            "02ccb8020200020080faf796f66602006f0c00000000400080000000000000010024417474656e64616e636552"
                    + "65706f7274656408323338300200020080faf796f6660402c0b80278d804";
    private static final String RUNS_2 =
            "04ccb8020200020080faf796f66602006f0c00000000400080000000000000010024417474656e64616e6365"
                    + "5265706f72746564083233383002080080c0c093f666046331020080faf796f6660402c0b80278d804";
    private static final String WEEK_1 =
            "02d82d020832333830021275726e3a736b6f6c6108046331000202006f0c00000000400080000000"
                    + "00000001808af31ec0a907d8041428";
}
