package se.samordna.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the running system is. */
final class Running {
    @Option(
            names = "--url",
            defaultValue = "http://127.0.0.1:8080",
            paramLabel = "URL",
            converter = Typed.Url.class,
            description = "The page and its APIs (default: ${DEFAULT-VALUE}).")
    String url = "";

    @Option(
            names = "--bootstrap",
            defaultValue = "127.0.0.1:19092",
            paramLabel = "HOST:PORT",
            description = "The broker (default: ${DEFAULT-VALUE}).")
    String bootstrap = "";

    @Option(
            names = "--registry",
            defaultValue = "http://127.0.0.1:18081/apis/ccompat/v7",
            paramLabel = "URL",
            converter = Typed.Url.class,
            description = "The schema registry's Confluent API (default: ${DEFAULT-VALUE}).")
    String registry = "";

    @Mixin
    Token token = new Token();

    /** Its APIs, asked with that token. */
    Http http() {
        return new Http(url, token.value);
    }
}
