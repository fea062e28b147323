package se.samordna.rules;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One number of a settings record, as its {@link Setting} describes it.
 *
 * @param name the record component's, and the key in {@code rules.yaml}
 * @param value an Integer or a LocalTime
 */
public record SettingNumber(String name, Object value, Setting words) {

    private static final String VERSION = "version";

    /** The numbers of a settings record in its order, all but its version. */
    public static List<SettingNumber> of(Rule.Settings settings) {
        return Arrays.stream(settings.getClass().getRecordComponents())
                .filter(component -> !component.getName().equals(VERSION))
                .map(component -> new SettingNumber(
                        component.getName(),
                        read(settings, component),
                        Objects.requireNonNull(
                                component.getAnnotation(Setting.class),
                                () -> settings.getClass().getName() + " does not say what " + component.getName()
                                        + " means")))
                .toList();
    }

    /** The settings with another version, and other numbers by name; those not named stay. */
    public static <S extends Rule.Settings> S changed(S settings, int version, Map<String, Object> numbers) {
        RecordComponent[] components = settings.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(c -> c.getName().equals(VERSION)
                        ? Integer.valueOf(version)
                        : numbers.getOrDefault(c.getName(), read(settings, c)))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            @SuppressWarnings("unchecked") // the constructor of the record's own class
            Constructor<S> constructor = (Constructor<S>) settings.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a settings record is made of its components", e);
        }
    }

    private static Object read(Rule.Settings settings, RecordComponent component) {
        try {
            return component.getAccessor().invoke(settings);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a settings record shows its components", e);
        }
    }
}
