package se.samordna.schemas;

import java.util.Set;
import org.apache.avro.specific.AvroGenerated;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Lets Avro load our own generated classes. Since 1.12.2 Avro makes an instance of no class it was not told to trust,
 * and says {@code Forbidden … This class is not trusted} of the very classes its plugin generated.
 *
 * <p>Every class of this package that touches Avro establishes it. Code that reads with a bare
 * {@link org.apache.avro.specific.SpecificDatumReader} calls {@link #establish()} once, in a static block.
 */
public final class AvroTrust {

    private static final Set<String> PACKAGES = Set.of(
            "se.samordna.events",
            "se.samordna.alerts",
            "se.samordna.contributions",
            "se.samordna.crossings",
            "se.samordna.measures",
            "se.samordna.platform");

    static {
        // Added to what is trusted already: others in this VM may have said theirs.
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), AvroTrust::isGenerated));
    }

    private AvroTrust() {}

    /** Does nothing but load this class, whose static block does it once. */
    public static void establish() {}

    private static boolean isGenerated(Class<?> type) {
        return PACKAGES.contains(type.getPackageName()) && type.isAnnotationPresent(AvroGenerated.class);
    }
}
