package se.samordna.coordination.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import se.samordna.coordination.running.FeedIndex;
import se.samordna.coordination.running.ReceiptIndex;
import se.samordna.coordination.scan.DeadLetterScan.Letter;
import se.samordna.coordination.scan.Found;
import se.samordna.coordination.scan.GroupLag;
import se.samordna.events.Agency;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.Topics;

/**
 * How the platform stands.
 *
 * @param asOf the platform's clock
 * @param at when it was read, by this machine's clock
 * @param state of the instance asked: WAITING, REFUSED, REBALANCING, RUNNING, STOPPED or FAILED
 * @param because why, where there is something to say
 * @param read whether this instance has read all alerts and feeds
 * @param apps each application's lag
 * @param counted whether the numbers of {@code balance} have been read; not so just after they were first asked for
 */
record OperationDocument(
        Instant asOf,
        Instant at,
        String state,
        Optional<String> because,
        boolean read,
        List<App> apps,
        boolean counted,
        List<Balance> balance,
        Silent silent,
        Dead deadLetters) {

    private static final int LISTED = 20;
    private static final int DAYS = 7;

    /** A group in Kafka's words, with those of its partitions that are behind. */
    record App(
            String app,
            String state,
            int members,
            int partitions,
            long behind,
            Optional<Instant> waiting,
            List<GroupLag.Partition> late) {

        static App of(GroupLag.App app) {
            List<GroupLag.Partition> late =
                    app.partitions().stream().filter(one -> one.behind() > 0).toList();
            return new App(
                    app.app(),
                    app.state(),
                    app.members(),
                    app.partitions().size(),
                    app.behind(),
                    late.stream().flatMap(one -> one.waiting().stream()).min(Instant::compareTo),
                    late);
        }
    }

    /**
     * What is known of an agency's events without reading them all.
     *
     * @param accounted events that coordination has accounted for, each once: held, released, too late or put away
     * @param days the same of the last local days they were received on, the newest first
     * @param waiting records on its topic that coordination has not read, the ends of transactions among them
     * @param dead of the newest dead letters those of its topic that have not been put back
     */
    record Balance(String agency, long accounted, List<Day> days, long waiting, long dead) {}

    /** One local day. */
    record Day(LocalDate day, long accounted) {}

    /**
     * The feeds that are silent.
     *
     * @param after so long without an event, ISO-8601
     * @param feeds of the municipalities from which any agency has been heard
     * @param sources the silent ones among them that have been heard, those silent longest first
     * @param never how many have never been heard
     */
    record Silent(String after, int feeds, List<Source> sources, int never) {}

    /** An agency's feed in a municipality. */
    record Source(String municipality, String agency, Instant lastEventAt) {}

    /**
     * The newest dead letters.
     *
     * @param looked how many were looked at
     * @param more whether there are older ones, which are not counted here
     */
    record Dead(int looked, boolean more, List<Reason> reasons, List<Letter> newest) {}

    /** Those of a topic for a reason. */
    record Reason(String topic, String reason, int letters, int replayed, Instant newest) {}

    static List<Balance> balance(ReceiptIndex receipts, Optional<GroupLag.App> coordination, List<Letter> letters) {
        Map<Agency, SortedMap<LocalDate, Long>> byDay = receipts.byDay();
        return Agencies.ALL.stream()
                .map(agency -> {
                    SortedMap<LocalDate, Long> days = byDay.getOrDefault(agency, new TreeMap<>());
                    String topic = Topics.events(agency).name();
                    return new Balance(
                            agency.name(),
                            days.values().stream().mapToLong(Long::longValue).sum(),
                            days.reversed().entrySet().stream()
                                    .limit(DAYS)
                                    .map(day -> new Day(day.getKey(), day.getValue()))
                                    .toList(),
                            coordination.stream()
                                    .flatMap(app -> app.partitions().stream())
                                    .filter(one -> one.topic().equals(topic))
                                    .mapToLong(GroupLag.Partition::behind)
                                    .sum(),
                            letters.stream()
                                    .filter(letter -> letter.topic().equals(topic) && !letter.replayed())
                                    .count());
                })
                .toList();
    }

    static Silent silent(FeedIndex feeds, Instant now, Duration after) {
        List<Source> silent = new ArrayList<>();
        int all = 0;
        int never = 0;
        for (String municipality : feeds.heard()) {
            for (FeedIndex.Source source : feeds.of(municipality, now, after)) {
                all++;
                if (source.lastEventAt().isEmpty()) {
                    never++;
                } else if (source.silent()) {
                    silent.add(new Source(
                            municipality, source.agency(), source.lastEventAt().get()));
                }
            }
        }
        silent.sort(Comparator.comparing(Source::lastEventAt));
        return new Silent(after.toString(), all, silent, never);
    }

    static Dead dead(Found.Page<Letter> page) {
        Map<String, Reason> reasons = new LinkedHashMap<>();
        for (Letter letter : page.rows()) {
            Reason one = new Reason(letter.topic(), letter.reason(), 1, letter.replayed() ? 1 : 0, letter.at());
            reasons.merge(
                    letter.topic() + " " + letter.reason(),
                    one,
                    (before, now) -> new Reason(
                            before.topic,
                            before.reason,
                            before.letters + now.letters,
                            before.replayed + now.replayed,
                            before.newest));
        }
        return new Dead(
                page.rows().size(),
                page.next().isPresent(),
                List.copyOf(reasons.values()),
                page.rows().stream().limit(LISTED).toList());
    }
}
