package se.samordna.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.samordna.local.StartupProblem;

/** The command line. Exit codes: 0 done, 1 refused or found wrong, 2 usage. */
@Command(
        name = "samordna",
        description = "Lets the agencies around a child act together in time.",
        mixinStandardHelpOptions = true,
        version = "samordna 0.1.0-SNAPSHOT",
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            GenerateCommand.class,
            ReplayCommand.class,
            AlertsCommand.class,
            ChildCommand.class,
            IndicatorsCommand.class,
            PlansCommand.class,
            TopicsCommand.class,
            DlqCommand.class,
            BalanceCommand.class,
            ExplainCommand.class,
            LedgerCommand.class,
            RulesCommand.class,
            WhatIfCommand.class
        })
public final class Samordna implements Runnable {
    /** The command did what it was asked. */
    public static final int DONE = 0;
    /** The command was refused, or found something wrong. */
    public static final int REFUSED = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** Runs the command and ends the process with its exit code. */
    @SuppressWarnings("SystemExitOutsideMain")
    public static void main(String[] args) {
        System.exit(line().execute(args));
    }

    /** The command line, for tests to run with output of their own. */
    public static CommandLine line() {
        return Typed.on(new CommandLine(new Samordna()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(Samordna::execute)
                .setExecutionExceptionHandler(Samordna::refuse);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do.");
    }

    /** A word that is no command is a usage error also where help is asked for: a script must not take it for done. */
    private static int execute(CommandLine.ParseResult parsed) {
        for (CommandLine.ParseResult each : parsed.asCommandLineList().stream()
                .map(CommandLine::getParseResult)
                .toList()) {
            if (!each.unmatched().isEmpty()) {
                throw new CommandLine.UnmatchedArgumentException(
                        each.commandSpec().commandLine(), each.unmatched());
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    /** What a person can put right is said in a sentence; anything else is a fault of ours and shows where. */
    private static int refuse(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (e instanceof StartupProblem) {
            err.println(e.getMessage());
        } else {
            e.printStackTrace(err);
        }
        err.flush();
        return REFUSED;
    }
}
