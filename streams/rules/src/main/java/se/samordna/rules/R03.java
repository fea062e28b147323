package se.samordna.rules;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import se.samordna.rules.Extensions.Extension;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationExtended;
import se.samordna.rules.SocialFact.InvestigationOpened;

/** Investigation due: done within four months of its opening (SoL 20:3). */
public record R03(Settings settings) implements Rule.WithDeadlines {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(
                    least = 0,
                    most = 3,
                    sv = "månader efter att utredningen inletts kommer larmet",
                    en = "calendar months after the opening the alert comes")
            int alertMonths,

            @Setting(
                    least = 0,
                    most = 120,
                    sv = "dagar före ett förlängt datum kommer det igen",
                    en = "local days before an extended date it comes again")
            int alertBeforeExtended,

            @Setting(
                    least = 0,
                    most = 120,
                    sv = "dagar före sista dagen blir det brådskande",
                    en = "days before due it becomes urgent")
            int urgentDays)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 3, 14, 14);
    }

    private static final int LEGAL_MONTHS = 4;

    private static final Card CARD = new Card(
            RuleId.R03,
            1,
            "investigation-due",
            new Card.Text("En utredning ska snart vara klar.", "An investigation is soon due."),
            new Card.Text(
                    "En utredning ska vara klar inom fyra månader; finns särskilda skäl kan tiden förlängas.",
                    "An investigation is done within four months; for special reasons the time may be extended."),
            "SoL 20:3",
            "CLOSE_INVESTIGATION",
            Severity.HIGH,
            Severity.HIGH,
            new Reads.Own(SOCIAL_SERVICES),
            List.of(Tells.full(SOCIAL_SERVICES)),
            Set.of(InvestigationOpened.class, InvestigationExtended.class, InvestigationClosed.class),
            false);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        return each(
                facts,
                i ->
                        terms()
                                .spans(i.fact, month(i.fact, settings.alertMonths), due(i.fact), i.to, i.extensions)
                                .stream());
    }

    @Override
    public List<Deadline> deadlines(View facts) {
        return each(facts, i -> Stream.of(terms().deadline(i.fact, due(i.fact), i.to, i.extensions)));
    }

    private Extensions terms() {
        return new Extensions(settings.alertBeforeExtended, settings.urgentDays);
    }

    private record Investigation(Fact<InvestigationOpened> fact, Instant to, List<Extension> extensions) {}

    private static <T> List<T> each(View facts, Function<Investigation, Stream<T>> yield) {
        List<Fact<InvestigationOpened>> opened = facts.of(InvestigationOpened.class);
        if (opened.isEmpty()) {
            return List.of();
        }
        Closers closed = new Closers().add(facts.of(InvestigationClosed.class), InvestigationClosed::investigationId);
        Map<String, List<Extension>> extended = facts.of(InvestigationExtended.class).stream()
                .collect(groupingBy(
                        x -> x.body().investigationId(),
                        mapping(x -> new Extension(x, x.body().until()), toList())));
        return opened.stream()
                .flatMap(i -> {
                    String id = i.body().investigationId();
                    Instant to = closed.first(id, i.at());
                    return yield.apply(new Investigation(i, to, extended.getOrDefault(id, List.of())));
                })
                .toList();
    }

    private static Instant month(Fact<?> i, int months) {
        return Calendar.start(Calendar.day(i.at()).plusMonths(months));
    }

    private static Instant due(Fact<?> i) {
        return Calendar.end(Calendar.day(i.at()).plusMonths(LEGAL_MONTHS));
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return Set.of(InvestigationClosed.class, InvestigationExtended.class);
    }
}
