package se.samordna.rules;

import java.util.List;
import java.util.stream.Collectors;

/** The rules in force, each with its settings. */
public record Rules(List<Rule> all) {

    public Rules {
        all = List.copyOf(all);
    }

    /** All rules with their default settings. */
    public static Rules standard() {
        return new Rules(List.of(
                new R01(R01.Settings.DEFAULT),
                new R02(R02.Settings.DEFAULT),
                new R03(R03.Settings.DEFAULT),
                new R04(R04.Settings.DEFAULT),
                new R05(R05.Settings.DEFAULT),
                new R06(R06.Settings.DEFAULT),
                new R07(R07.Settings.DEFAULT),
                new R08(R08.Settings.DEFAULT),
                new R09(R09.Settings.DEFAULT),
                new R10(R10.Settings.DEFAULT),
                new R11(R11.Settings.DEFAULT),
                new R12(R12.Settings.DEFAULT),
                new R13(R13.Settings.DEFAULT),
                new R14(R14.Settings.DEFAULT),
                new R15(R15.Settings.DEFAULT),
                new R16(R16.Settings.DEFAULT),
                new R18(R18.Settings.DEFAULT),
                new R19(R19.Settings.DEFAULT),
                new R20(R20.Settings.DEFAULT),
                new R21(R21.Settings.DEFAULT),
                new R22(R22.Settings.DEFAULT),
                new R23(R23.Settings.DEFAULT),
                new R24(R24.Settings.DEFAULT),
                new R25(R25.Settings.DEFAULT),
                new R26(R26.Settings.DEFAULT)));
    }

    /** Another number for other rules, versions, settings or policy, the same on every JVM. */
    int fingerprint() {
        return all.stream()
                .map(r -> r.card().id() + "." + r.card().version() + r.settings())
                .collect(Collectors.joining(";", Disclose.VERSION + ";", ""))
                .hashCode();
    }
}
