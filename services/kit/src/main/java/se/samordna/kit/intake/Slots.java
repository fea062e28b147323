package se.samordna.kit.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** A number for every field name there is, shared by all types that have a field of that name. */
final class Slots {

    private final Map<String, Integer> byName = new HashMap<>();
    private final List<String> names;

    Slots(Stream<String> names) {
        this.names = names.distinct().toList();
        for (int slot = 0; slot < this.names.size(); slot++) {
            byName.put(this.names.get(slot), slot);
        }
    }

    /** The slot of a name that is known to have one. */
    int of(String name) {
        return names.indexOf(name);
    }

    List<FieldForm> forms(List<Schema.Field> fields) {
        return fields.stream()
                .map(field -> FieldForm.of(field, of(field.name())))
                .toList();
    }

    /** Which slots are among the names, by slot. */
    boolean[] among(Stream<String> allowed) {
        boolean[] slots = new boolean[names.size()];
        allowed.forEach(name -> slots[of(name)] = true);
        return slots;
    }

    Map<String, Integer> byName() {
        return byName;
    }

    String name(int slot) {
        return names.get(slot);
    }
}
