package se.samordna.rules;

import java.util.ArrayList;
import java.util.List;

/** The origins of a child's packed lines by number. */
final class Origins {

    private final List<Origin> origins = new ArrayList<>(1);

    int size() {
        return origins.size();
    }

    Origin get(int number) {
        return origins.get(number);
    }

    int numberOf(Event e) {
        for (int i = 0; i < origins.size(); i++) {
            if (origins.get(i).isOf(e)) {
                return i;
            }
        }
        origins.add(Origin.of(e));
        return origins.size() - 1;
    }

    boolean anyConditional() {
        return origins.stream().anyMatch(Origin::isConditional);
    }

    boolean anyProtects() {
        return origins.stream().anyMatch(Origin::protects);
    }

    void clear() {
        origins.clear();
    }
}
