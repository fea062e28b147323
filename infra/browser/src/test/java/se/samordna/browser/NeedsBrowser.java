package se.samordna.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test the running {@link Platform} and {@link Visitors} to it, one platform and one browser for all classes. Where no
 * Chromium is, the tests are skipped and say so loudly; in CI that is a failure.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({BrowserCondition.class, BrowserResolver.class})
@interface NeedsBrowser {}
