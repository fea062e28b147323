package se.samordna.indicators.publishing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Figure;

/**
 * Holds an indicator under a newer version of its definition apart from the older ones. Whoever sees both sees what falls
 * between them: so what the newer prints must differ from what the older have in the same cells by nobody or by many. The
 * older come first, since what they printed before there was a newer one cannot be taken back.
 */
final class Apart {

    private static final long LEAST_PART = 5;

    /** Of the oldest, which is held apart from none. */
    static final Apart NONE = new Apart(List.of());

    private final List<Map<CellKey, Figure>> older;

    /** @param older the exact cells of each older version, by the key of the newer's cell */
    Apart(List<Map<CellKey, Figure>> older) {
        this.older = older;
    }

    /** Whether these cells together tell of nobody, or of many, who is counted under one version and not another. */
    boolean tells(Collection<Map.Entry<CellKey, Figure>> cells) {
        Figure here = sum(cells.stream().map(Map.Entry::getValue).toList());
        return older.stream().allMatch(version -> {
            Figure there = sum(cells.stream()
                    .map(cell -> version.getOrDefault(cell.getKey(), Figure.NONE))
                    .toList());
            return isNoneOrMany(here.num() - there.num())
                    && isNoneOrMany(here.den() - there.den())
                    && isNoneOrMany(here.den() - here.num() - there.den() + there.num());
        });
    }

    private static Figure sum(List<Figure> figures) {
        return figures.stream().reduce(Figure.NONE, Figure::plus);
    }

    private static boolean isNoneOrMany(long difference) {
        return difference == 0 || Math.abs(difference) >= LEAST_PART;
    }
}
