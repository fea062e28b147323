package se.samordna.coordination;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the places that it asks for, one of each for all test classes: they begin when the first one asks, and JUnit
 * closes them after the last. Each test counts with what others have left in the logs.
 */
final class PlacesResolver implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> wanted = parameter.getParameter().getType();
        return wanted == Overseen.class || wanted == ThreeChildren.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(PlacesResolver.class))
                .computeIfAbsent(parameter.getParameter().getType(), Attempt::at, Attempt.class)
                .places();
    }

    /** The one attempt to begin. Where it failed every test fails at once, and none waits for a minute again. */
    private record Attempt(TwoPlaces tried, Optional<Throwable> failed) implements AutoCloseable {

        static Attempt at(Class<?> wanted) {
            TwoPlaces places = open(wanted);
            try {
                places.begin();
                return new Attempt(places, Optional.empty());
            } catch (RuntimeException | AssertionError why) {
                return new Attempt(places, Optional.of(why));
            }
        }

        private static TwoPlaces open(Class<?> wanted) {
            try {
                return wanted == Overseen.class ? new Overseen() : new ThreeChildren();
            } catch (Exception why) {
                throw new IllegalStateException("no broker for the places", why);
            }
        }

        TwoPlaces places() {
            failed.ifPresent(why -> {
                throw new IllegalStateException("the places did not begin", why);
            });
            return tried;
        }

        @Override
        public void close() {
            tried.close();
        }
    }
}
