package se.samordna.coordination.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import se.samordna.coordination.running.CoordinationRuntime;
import se.samordna.coordination.running.ReadModel;
import se.samordna.coordination.scan.Cursor;
import se.samordna.coordination.scan.Found;
import se.samordna.coordination.scan.Scan;
import se.samordna.schemas.Topic;
import se.samordna.streams.Decoded;
import se.samordna.streams.Decoder;
import se.samordna.streams.web.Csv;

/**
 * What looking into the ledger and into the access log have in common: read it from the newest back, log who is shown which
 * children's rows, then show them.
 */
@Component
final class LogDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration PATIENCE_OF_FILE = Duration.ofSeconds(20);

    private final CoordinationRuntime runtime;
    private final LookLog log;
    private final Clock wallClock;

    LogDesk(CoordinationRuntime runtime, LookLog log, Clock wallClock) {
        this.runtime = runtime;
        this.log = log;
        this.wallClock = wallClock;
    }

    /**
     * A page.
     *
     * @param asOf when it was read, by this machine's clock
     * @param area of which municipalities, as the token names them
     * @param next where to go on; none: there is nothing more
     * @param cutShort whether the time ran out before the page was full
     * @param unreadable how many records on the way were none of ours
     */
    record Document<T>(
            Instant asOf,
            LocalDate from,
            LocalDate to,
            String area,
            List<T> rows,
            Optional<String> next,
            boolean cutShort,
            int unreadable) {}

    /** What is looked for, and how it is shown. */
    record Wanted<T extends LogRow>(
            Topic topic,
            String what,
            Optional<UUID> child,
            Csv heading,
            Function<SpecificRecord, Optional<T>> reading) {}

    Instant now() {
        return wallClock.instant();
    }

    ReadModel readModel() {
        return runtime.readModel();
    }

    LookLog log() {
        return log;
    }

    <T extends LogRow> ResponseEntity<Object> answer(Official official, Paging paging, Wanted<T> wanted) {
        // What is of whom, the alerts know.
        if (!runtime.readModel().whole()) {
            return Problems.notReady().response();
        }
        AtomicInteger unreadable = new AtomicInteger();
        Found<T> found = runtime.log()
                .newestFirst(new Scan<>(
                        List.of(wanted.topic),
                        wanted.child,
                        paging.before(),
                        paging.days().begin(),
                        paging.size(),
                        paging.csv() ? PATIENCE_OF_FILE : PATIENCE,
                        true,
                        reading(wanted, unreadable)));
        return switch (found) {
            case Found.Busy<T> _ -> Problems.busy().response();
            case Found.Away<T> _ -> Problems.logAway().response();
            case Found.Page<T> page ->
                logged(official, wanted, page)
                        ? shown(official, paging, wanted, page, unreadable.get())
                        : Problems.accessLogAway().response();
        };
    }

    private <T extends LogRow> Function<ConsumerRecord<byte[], byte[]>, Optional<T>> reading(
            Wanted<T> wanted, AtomicInteger unreadable) {
        Decoder decoder = runtime.decoder(wanted.topic);
        return record -> switch (decoder.decode(record.topic(), record.value())) {
            case Decoded.Read(SpecificRecord read) -> wanted.reading.apply(read);
            case Decoded.Dead _ -> {
                unreadable.incrementAndGet();
                yield Optional.empty();
            }
        };
    }

    /** One entry for each child of which a row is shown; of a child asked for by name one also where there is none. */
    private <T extends LogRow> boolean logged(Official official, Wanted<T> wanted, Found.Page<T> page) {
        List<UUID> children =
                page.rows().stream().map(LogRow::childId).distinct().toList();
        return children.isEmpty()
                ? wanted.child
                        .map(child -> log.written(official.line("ABSENT"), wanted.what, List.of(child)))
                        .orElse(true)
                : log.written(official.line("GRANTED"), wanted.what, children);
    }

    private <T extends LogRow> ResponseEntity<Object> shown(
            Official official, Paging paging, Wanted<T> wanted, Found.Page<T> page, int unreadable) {
        if (paging.csv()) {
            page.rows().forEach(row -> wanted.heading.row(row.values().toArray()));
            // A file that ends for its length must not look like the whole.
            page.next().ifPresent(_ -> wanted.heading.row("INCOMPLETE: there may be more, ask for fewer days"));
            return wanted.heading.answer();
        }
        return Desk.ok(new Document<>(
                now(),
                paging.days().from(),
                paging.days().to(),
                official.area().code(),
                page.rows(),
                page.next().map(Cursor::text),
                page.cutShort(),
                unreadable));
    }
}
