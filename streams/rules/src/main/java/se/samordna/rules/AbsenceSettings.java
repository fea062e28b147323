package se.samordna.rules;

import java.util.List;

/** What makes a day of absence high; shared by the rules that see runs. Of the last 28 days with that day. */
public record AbsenceSettings(
        int version,

        @Setting(
                most = 10_000,
                sv = "minuters erbjuden undervisning, minst, för att en dag ska räknas",
                en = "minutes of teaching offered, at least, for a day to count")
        int offeredMinutes,

        @Setting(
                most = 100,
                sv = "procents frånvaro av erbjuden tid gör en dag hög",
                en = "per cent absent of the time offered make a day high")
        int highPercent,

        @Setting(most = 100, sv = "procent gör den brådskande (nivå 2)", en = "per cent make it urgent (level 2)")
        int urgentPercent,

        @Setting(most = 100, sv = "procent är det värsta steget (nivå 3)", en = "per cent are the worst step (level 3)")
        int worstPercent,

        @Setting(
                least = 2,
                most = 10,
                sv = "gånger frånvaron de 28 dagarna före gör den också brådskande",
                en = "times the absence of the 28 days before make it urgent too")
        int timesBefore)
        implements Rule.Settings {

    public static final AbsenceSettings DEFAULT = new AbsenceSettings(1, 600, 10, 20, 50, 2);

    @Override
    public List<String> contradictions() {
        return highPercent <= urgentPercent && urgentPercent <= worstPercent
                ? List.of()
                : List.of("highPercent, urgentPercent and worstPercent must rise: they are " + highPercent + ", "
                        + urgentPercent + " and " + worstPercent);
    }
}
