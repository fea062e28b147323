package se.samordna.indicators.cells;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The definitions that figures are made under. A changed definition is a new version beside the old one: both are counted
 * over all of history and both are shown, until the old one is taken out.
 */
public final class Catalogue {

    /** Every indicator as it is defined now. */
    public static final Catalogue STANDARD = new Catalogue(Definitions.all());

    private final SortedMap<String, SortedMap<Integer, Definition>> byId = new TreeMap<>();

    private Catalogue(Collection<Definition> definitions) {
        definitions.forEach(
                each -> byId.computeIfAbsent(each.id(), _ -> new TreeMap<>()).put(each.version(), each));
    }

    /** These and more, such as other versions of some. */
    public Catalogue with(Collection<Definition> more) {
        var all = new ArrayList<>(all());
        all.addAll(more);
        return new Catalogue(all);
    }

    /** By id, then by version; measures are not among them. */
    public List<Definition> all() {
        return byId.values().stream()
                .flatMap(versions -> versions.values().stream())
                .toList();
    }

    /** The definition a cell was counted under; none for one that is known no more. */
    public Optional<Definition> of(CellKey cell) {
        if (Definitions.isMeasure(cell.indicator())) {
            return Definitions.byId(cell.indicator());
        }
        return Optional.ofNullable(byId.get(cell.indicator()))
                .flatMap(versions -> Optional.ofNullable(versions.get(cell.version())));
    }
}
