package se.samordna.browser;

import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts platform and browser when the first test asks; JUnit closes them after the last. Each test has visitors of its own,
 * who leave when it ends and then tell what they met that nobody may meet.
 */
final class BrowserResolver implements ParameterResolver, AfterEachCallback {
    private static final Namespace OURS = Namespace.create(BrowserResolver.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> wanted = parameter.getParameter().getType();
        return wanted == Platform.class || wanted == Visitors.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Platform platform = shared(context)
                .computeIfAbsent(Start.class, _ -> Start.tried(), Start.class)
                .platform();
        if (parameter.getParameter().getType() == Platform.class) {
            return platform;
        }
        Chromium chromium = shared(context).computeIfAbsent(Chromium.class, _ -> Chromium.started(), Chromium.class);
        return context.getStore(OURS)
                .computeIfAbsent(
                        Visitors.class,
                        _ -> new Visitors(
                                chromium,
                                platform,
                                context.getRequiredTestClass().getSimpleName() + '-' + context.getDisplayName()),
                        Visitors.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException()
                .filter(TimeoutException.class::isInstance)
                .isPresent()) {
            // A browser that stands still would keep every test after this one waiting too: they get another.
            Optional.ofNullable(shared(context).remove(Chromium.class, Chromium.class))
                    .ifPresent(Chromium::kill);
            return;
        }
        Visitors visitors = context.getStore(OURS).get(Visitors.class, Visitors.class);
        if (visitors != null) {
            visitors.leave(context.getExecutionException().isPresent());
        }
    }

    private static Store shared(ExtensionContext context) {
        return context.getRoot().getStore(OURS);
    }
}
