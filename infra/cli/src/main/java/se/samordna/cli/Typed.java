package se.samordna.cli;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What people type, read with a word of ours where it is not what it should be. */
final class Typed {

    private static final Pattern SHORTENED = Pattern.compile("[0-9a-fA-F]{8}");

    private Typed() {}

    /** Lets every command read ids and days so. */
    static CommandLine on(CommandLine line) {
        return line.registerConverter(
                        UUID.class, text -> id(text).orElseThrow(() -> new TypeConversionException(noId(text))))
                .registerConverter(LocalDate.class, Typed::day);
    }

    /** The id it is; empty if it is none. */
    static Optional<UUID> id(String text) {
        try {
            // The JDK takes 1-1-1-1-1, too.
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String noId(String text) {
        if (SHORTENED.matcher(text).matches()) {
            return "'" + text
                    + "' is the beginning of an id, as pages show it; the whole one is wanted, such as"
                    + " 89c92de3-2f6c-5937-b7c5-9fc228a5372e: it is in the address of the page";
        }
        return "'" + text + "' is no id such as 89c92de3-2f6c-5937-b7c5-9fc228a5372e";
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is no day such as 2026-07-01");
        }
    }

    /** An address over HTTP. */
    static final class Url implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            try {
                URI url = URI.create(text);
                if (url.getHost() != null && Set.of("http", "https").contains(url.getScheme())) {
                    return text;
                }
            } catch (IllegalArgumentException e) {
                throw noUrl(text);
            }
            throw noUrl(text);
        }

        private static TypeConversionException noUrl(String text) {
            return new TypeConversionException("'" + text + "' is no address such as http://127.0.0.1:8080");
        }
    }
}
