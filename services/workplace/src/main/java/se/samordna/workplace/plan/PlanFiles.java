package se.samordna.workplace.plan;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samordna.schemas.Kommunkod;
import se.samordna.workplace.page.Trouble;
import se.samordna.workplace.query.Answer;
import se.samordna.workplace.query.Queries;

/** The figures of the pages as files, as the API tells them. */
@Controller
final class PlanFiles {
    /** What an exact file is told by wherever it lies. */
    private static final String MARK = "exakta-tal-far-inte-lamna-kommunen-";

    private final Queries queries;

    PlanFiles(Queries queries) {
        this.queries = queries;
    }

    /** A row for each goal; of one area, as of a time and by a span where that is given. */
    @GetMapping({
        "/municipalities/{code}/plan/goals.csv",
        "/public/municipalities/{code}/plan/goals.csv",
        "/exact/municipalities/{code}/plan/goals.csv"
    })
    Object goals(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String by) {
        Doorway doorway = Doorway.of(request);
        Optional<Kept> kept = Kept.of(period, by);
        if (kept.isEmpty()) {
            return Trouble.BAD_REQUEST.page().addObject("door", doorway.door());
        }
        if (Kommunkod.of(code).isEmpty()) {
            return Trouble.BAD_MUNICIPALITY.page().addObject("door", doorway.door());
        }
        return file(
                doorway,
                response,
                queries.goalsFile(
                        code,
                        Map.of(
                                "area",
                                area,
                                "period",
                                period,
                                "by",
                                kept.get().by().map(Span::word).orElse("")),
                        doorway.door().isExact()),
                "text/csv;charset=UTF-8",
                "plan-" + code + (period.isEmpty() ? "" : "-" + period.replace('/', '-')) + ".csv",
                kept.get().on(doorway.door().other().plan(code)));
    }

    /** A row for each period. */
    @GetMapping({
        "/indicators/{id}/series.csv",
        "/public/indicators/{id}/series.csv",
        "/exact/indicators/{id}/series.csv"
    })
    Object seriesAsTable(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam String municipality) {
        return series(request, response, id, municipality, "text/csv;charset=UTF-8", ".csv");
    }

    /** The same in full. */
    @GetMapping({
        "/indicators/{id}/series.json",
        "/public/indicators/{id}/series.json",
        "/exact/indicators/{id}/series.json"
    })
    Object seriesInFull(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam String municipality) {
        return series(request, response, id, municipality, "application/json", ".json");
    }

    private Object series(
            HttpServletRequest request,
            HttpServletResponse response,
            String id,
            String municipality,
            String type,
            String ending) {
        Doorway doorway = Doorway.of(request);
        if (Kommunkod.of(municipality).isEmpty()) {
            return Trouble.BAD_MUNICIPALITY.page().addObject("door", doorway.door());
        }
        return file(
                doorway,
                response,
                queries.seriesFile(
                        municipality,
                        id,
                        type.replaceFirst(";.*", ""),
                        doorway.door().isExact()),
                type,
                id.replaceAll("[^A-Za-z0-9.-]", "") + "-" + municipality + ending,
                doorway.door().other().indicator(id, Optional.of(municipality)));
    }

    /** @param turn the page behind the other door, for those who may not have the file */
    private static Object file(
            Doorway doorway,
            HttpServletResponse response,
            Answer<byte[]> answer,
            String type,
            String name,
            String turn) {
        if (!(answer instanceof Answer.Found<byte[]>(byte[] found))) {
            return doorway.page(
                            response,
                            door -> Trouble.or(answer, Trouble.NO_PAGE, door.refused(), _ -> Trouble.FAILED.page()))
                    .addObject("turn", turn);
        }
        doorway.keepBriefly(response);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename((doorway.door().isExact() ? MARK : "") + name)
                                .build()
                                .toString())
                .body(found);
    }
}
