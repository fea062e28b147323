package se.samordna.rules.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import se.samordna.rules.Action;
import se.samordna.rules.Agency;
import se.samordna.rules.Event;
import se.samordna.rules.ProtectedIdentity;
import se.samordna.rules.SchoolFact.AttendanceReported;
import se.samordna.rules.oracle.Settled.E;

/** What every recipient is finally told and what indicators count of it, as sorted lines, from the raw events and now alone. */
public final class Oracle {

    private static final String NAMESPACE = "ea4a326d515e58949cac74b637de25a8";

    private final UUID childId;
    private final World all;
    private final Instant now;

    private Oracle(UUID childId, List<Event> raw, Instant now) {
        this.childId = childId;
        this.now = now;
        all = new World(Settled.at(raw, now), now);
    }

    public static TreeSet<String> lines(UUID childId, List<Event> raw, Instant now) {
        return lines(childId, raw, now, List.of());
    }

    /** @param crossing what rules found that look at other children too */
    static TreeSet<String> lines(UUID childId, List<Event> raw, Instant now, List<Found> crossing) {
        return new Oracle(childId, raw, now).lines(crossing);
    }

    private TreeSet<String> lines(List<Found> crossing) {
        World social = all.without(AttendanceReported.class).own(Agency.SOCIAL_SERVICES);
        World released = all.released().without(AttendanceReported.class);
        List<Absence.AbsentRun> runs = Absence.runs(all.own(Agency.SCHOOL)).stream()
                .filter(r -> all.releases(r.anchor().event()))
                .toList();
        List<Found> found = new ArrayList<>(crossing);
        found.addAll(Own.r01(social));
        found.addAll(Own.r02(social));
        found.addAll(Own.r03(social));
        found.addAll(Reports.r04(social));
        found.addAll(Reports.r05(social));
        found.addAll(Reports.r16(social));
        found.addAll(Housing.r11(social));
        found.addAll(Clocks.r14(social));
        found.addAll(Casework.r21(social));
        found.addAll(Casework.r22(social));
        found.addAll(Casework.r23(social));
        found.addAll(Casework.r24(social));
        found.addAll(Casework.r25(social));
        found.addAll(Joined.r06(released));
        found.addAll(Joined.r07(released));
        found.addAll(Joined.r18(released));
        found.addAll(Plans.r08(released));
        found.addAll(Plans.r26(released));
        found.addAll(Placed.r12(released));
        found.addAll(Placed.r13(released, runs));
        found.addAll(Placed.r19(released));
        found.addAll(Psychiatry.r10(released, runs));
        found.addAll(Psychiatry.r15(released));
        found.addAll(Psychiatry.r20(all.without(AttendanceReported.class).own(Agency.REGION)));
        found.addAll(Absence.r09(all.own(Agency.SCHOOL)));
        Map<String, Found> last = new LinkedHashMap<>();
        for (Found f : found) {
            if (!f.from().isAfter(now) && f.to().isAfter(f.from())) {
                last.put(f.rule() + "|" + childId + "|" + f.anchor().id() + f.suffix(), f);
            }
        }
        TreeSet<String> lines = new TreeSet<>();
        last.forEach((name, f) -> lines.addAll(tell(f, uuid5(name))));
        return lines;
    }

    private List<String> tell(Found whole, String alertId) {
        Agency inFull = switch (whole.rule()) {
            case "R09" -> Agency.SCHOOL;
            case "R15", "R19", "R20" -> Agency.REGION;
            default -> Agency.SOCIAL_SERVICES;
        };
        String status = "OPEN";
        Instant closedAt = now;
        List<Instant> answers = new ArrayList<>();
        for (E e : all.without(AttendanceReported.class).events()) {
            boolean counts = e.event().body() instanceof Action a
                    && a.alertId().toString().equals(alertId)
                    && e.event().agency() == inFull
                    && !e.at().isBefore(whole.from())
                    && e.at().isBefore(whole.to());
            if (!counts) {
                continue;
            }
            if (e.is(Action.AlertAcknowledged.class) || e.is(Action.AlertClosed.class)) {
                answers.add(e.at());
            }
            if (e.is(Action.AlertAcknowledged.class) && status.equals("OPEN")) {
                status = "ACKNOWLEDGED";
            } else if (e.is(Action.AlertClosed.class) && !status.equals("CLOSED")) {
                status = "CLOSED";
                closedAt = e.at();
            } else if (e.is(Action.AlertReopened.class) && status.equals("CLOSED")) {
                status = "OPEN";
            }
        }
        Instant e = status.equals("CLOSED") ? closedAt : now;
        if (!status.equals("CLOSED") && !whole.to().isAfter(now)) {
            status = "RESOLVED";
            e = whole.to();
        }
        Found f = whole.asOf(e);
        int level = e.isAfter(f.due()) ? 3 : f.level().apply(e);
        boolean overdue = (status.equals("OPEN") || status.equals("ACKNOWLEDGED")) && now.isAfter(f.due());
        String resolved = status.equals("RESOLVED") ? f.to().toString() : "null";
        List<String> lines = new ArrayList<>();
        lines.add(String.join(
                " ",
                inFull.toString(),
                alertId,
                f.rule(),
                f.anchor().event().municipality(),
                status,
                "level " + level,
                severity(f.rule() + f.suffix(), level),
                f.from().toString(),
                f.due().toString(),
                resolved,
                "overdue " + overdue,
                f.anchor().id() + f.suffix(),
                evidence(f, inFull)));
        String told = status.equals("CLOSED") || status.equals("RESOLVED") ? "RESOLVED" : "OPEN";
        String notice = " " + alertId + " " + told + " " + Settled.end(Settled.day(f.due()));
        Reports.answer(f, all, now).ifPresent(to -> lines.add(to + notice));
        if (!f.due().isAfter(now)) {
            boolean inTime = Stream.concat(Stream.of(f.to()), answers.stream()).anyMatch(at -> !at.isAfter(f.due()));
            String municipality = f.anchor().event().municipality();
            lines.add(String.join(
                    " ", "counted", alertId, f.rule(), municipality, f.due().toString(), "" + inTime));
        }
        new Notices(all, now).of(f).forEach(to -> lines.add(to + notice));
        return lines;
    }

    private String evidence(Found f, Agency to) {
        boolean isProtected =
                all.events().stream().anyMatch(e -> e.event().protectedIdentity() != ProtectedIdentity.NONE);
        return f.evidence().stream()
                .filter(e -> to == Agency.SOCIAL_SERVICES || e.event().agency() == to)
                .map(e -> f.rule().equals("R17") || isProtected && e.event().agency() != to
                        ? e.id()
                        : e.id() + ":" + e.event().body().getClass().getSimpleName() + ":"
                                + e.event().agency())
                .sorted()
                .toList()
                .toString();
    }

    private static String severity(String rule, int level) {
        return switch (rule) {
            case "R01", "R06", "R15" -> "CRITICAL";
            case "R07", "R08", "R20/a", "R20/b", "R26" -> "MEDIUM";
            case "R04", "R24" -> "LOW";
            case "R22", "R23", "R25" -> "MEDIUM";
            case "R11" -> level == 3 ? "CRITICAL" : "HIGH";
            case "R14/filing", "R14/application", "R16/a" -> "CRITICAL";
            case "R09" -> level == 3 ? "HIGH" : "MEDIUM";
            default -> "HIGH";
        };
    }

    private static String uuid5(String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(HexFormat.of().parseHex(NAMESPACE));
            byte[] hash = sha1.digest(name.getBytes(UTF_8));
            hash[6] = (byte) (hash[6] & 0x0f | 0x50);
            hash[8] = (byte) (hash[8] & 0x3f | 0x80);
            String hex = HexFormat.of().formatHex(hash, 0, 16);
            return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
