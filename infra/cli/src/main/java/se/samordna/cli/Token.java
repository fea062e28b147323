package se.samordna.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** As whom the APIs are asked. */
final class Token {
    /** From the environment rather than the command line, which every process of this machine can read. */
    @Option(
            names = "--token",
            paramLabel = "JWT",
            defaultValue = "${env:SAMORDNA_TOKEN}",
            description = {
                "As whom to ask: a bearer token of the issuer (default: SAMORDNA_TOKEN of the environment, where others do",
                "not see it). Without one this machine asks, which `up --auth` refuses."
            })
    Optional<String> value = Optional.empty();
}
