package se.samordna.rules;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a number of a rule's settings means, for {@code rules.yaml} and the rules page. No law gives it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
    /** In Swedish, going on from the number: "dagar …". */
    String sv();

    /** In English. */
    String en();

    /** The least it may be. A time of day may be any. */
    int least() default 1;

    /** The greatest it may be. */
    int most() default 90;
}
