package se.samordna.indicators.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samordna.indicators.cells.Catalogue;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Kolada;
import se.samordna.indicators.cells.Meaning;

/**
 * What an indicator is.
 *
 * @param version of its definition
 * @param unit of what its cells come to: PERCENT, PER_1000, RATIO or DAYS
 * @param areas of the plans it belongs to; empty of a measure
 * @param kolada national figures it can be read beside
 * @param meaning what its two numbers count; left out of a measure, whose plan says what it is
 */
record DefinitionDocument(
        String id,
        int version,
        Named name,
        String unit,
        List<String> areas,
        List<KoladaDocument> kolada,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MeaningDocument meaning) {

    /** In Swedish and English. */
    record Named(String sv, String en) {
        static Named of(Definition.Name name) {
            return new Named(name.sv(), name.en());
        }
    }

    /** @param differs how ours differs from it */
    record KoladaDocument(String kpi, String title, Named differs) {}

    /**
     * What the two numbers of a cell count.
     *
     * @param source in law or plan
     */
    record MeaningDocument(Named numerator, Named denominator, String source) {
        static MeaningDocument of(Meaning meaning) {
            return new MeaningDocument(
                    Named.of(meaning.numerator()), Named.of(meaning.denominator()), meaning.source());
        }
    }

    static DefinitionDocument of(Definition definition) {
        return new DefinitionDocument(
                definition.id(),
                definition.version(),
                Named.of(definition.name()),
                Rate.unit(definition.id()),
                definition.areas(),
                kolada(definition.id()),
                Meaning.of(definition.id()).map(MeaningDocument::of).orElse(null));
    }

    static Optional<DefinitionDocument> of(String indicator) {
        return Definitions.byId(indicator).map(DefinitionDocument::of);
    }

    /** Of what is in these cells, each version by itself. */
    static List<DefinitionDocument> of(Catalogue catalogue, Collection<CellDocument> cells) {
        return cells.stream()
                .flatMap(cell -> catalogue.of(cell.key()).stream())
                .distinct()
                .map(DefinitionDocument::of)
                .sorted(Comparator.comparing(DefinitionDocument::id).thenComparingInt(DefinitionDocument::version))
                .toList();
    }

    boolean isOf(CellDocument cell) {
        return cell.indicator().equals(id) && cell.version() == version;
    }

    static List<KoladaDocument> kolada(String indicator) {
        return Kolada.beside(indicator).stream()
                .map(kpi -> new KoladaDocument(kpi.id(), kpi.title(), Named.of(kpi.differs())))
                .toList();
    }
}
