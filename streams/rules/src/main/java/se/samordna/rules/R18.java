package se.samordna.rules;

import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.util.List;
import java.util.Set;
import se.samordna.rules.PoliceFact.YouthCrimeNotified;
import se.samordna.rules.SocialFact.OpinionGiven;
import se.samordna.rules.SocialFact.YouthMeetingHeld;

/**
 * Youth crime notice: police have told of a young suspect, and nobody has met the child or given an opinion (LUL
 * 6).
 */
public record R18(Settings settings) implements Rule {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(sv = "dagar att träffas eller yttra sig", en = "days within which to meet or to give an opinion")
            int actDays)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 7);
    }

    private static final Card CARD = new Card(
            RuleId.R18,
            1,
            "youth-crime-notice",
            new Card.Text(
                    "Polisen har underrättat om ett barn misstänkt för brott; möte eller yttrande saknas.",
                    "Police have given notice of a child suspected of crime; there is no meeting and no"
                            + " opinion yet."),
            new Card.Text(
                    "När någon under 18 år misstänks för brott underrättas socialtjänsten genast; den träffar"
                            + " barnet eller yttrar sig inom {actDays} dagar.",
                    "When somebody under 18 is suspected of crime social services are told at once; they meet"
                            + " the child or give an opinion within {actDays} days."),
            "LUL 6",
            "MEET_YOUNG_PERSON",
            Severity.HIGH,
            Severity.HIGH,
            new Reads.Released(),
            List.of(Tells.full(SOCIAL_SERVICES)),
            Set.of(YouthCrimeNotified.class, YouthMeetingHeld.class, OpinionGiven.class),
            false);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        List<Fact<YouthCrimeNotified>> notices = facts.of(YouthCrimeNotified.class);
        if (notices.isEmpty()) {
            return List.of();
        }
        Closers answered = new Closers()
                .add(facts.of(YouthMeetingHeld.class), YouthMeetingHeld::noticeId)
                .add(facts.of(OpinionGiven.class), OpinionGiven::noticeId);
        return notices.stream()
                .map(n -> new Span(
                        Anchor.of(n),
                        n.at(),
                        answered.first(n.body().noticeId(), n.at()),
                        Calendar.plusDays(n.at(), settings.actDays),
                        List.of(Evidence.of(n))))
                .toList();
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return Set.of(YouthMeetingHeld.class, OpinionGiven.class);
    }
}
