package se.samordna.indicators.publishing;

import java.util.Optional;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Figure;

/**
 * A cell as it is printed.
 *
 * @param key which figure
 * @param figure none where it is suppressed; of what a median was taken of, the median alone
 */
public record Cell(CellKey key, Optional<Figure> figure) {

    public static Cell of(CellKey key, Figure figure) {
        return new Cell(key, Optional.of(figure.summary()));
    }

    public static Cell suppressed(CellKey key) {
        return new Cell(key, Optional.empty());
    }

    public boolean isSuppressed() {
        return figure.isEmpty();
    }
}
