package se.samordna.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of our own JDK that runs one main class, writes its output to a log file and never outlives this process. */
final class ChildProcess implements AutoCloseable {
    private static final long SECONDS_TO_STOP = 8;

    private final Process process;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** What to run: JVM options, class path entries, main class and its arguments. */
    record Program(List<String> options, List<String> classPath, String main, List<String> arguments) {}

    /** Starts the program in {@code dir}; its standard output and error go to {@code log}, after what is there. */
    static ChildProcess start(Program program, Path dir, Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(program.options());
        command.add("-cp");
        command.add(String.join(File.pathSeparator, program.classPath()));
        command.add(DiesWithParent.class.getName());
        command.add(program.main());
        command.addAll(program.arguments());
        try {
            Files.createDirectories(dir);
            Process process = new ProcessBuilder(command)
                    .directory(dir.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new ChildProcess(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where our own classes lie: a jar, or {@code target/classes}. */
    static String ourClasses() {
        return Path.of(Local.uri(DiesWithParent.class)).toString();
    }

    boolean alive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    Path log() {
        return log;
    }

    /** Kills it at once, as a crash would. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks for a clean stop by a byte on its standard input; kills it when that takes too long. */
    @Override
    public void close() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException e) {
            // Already gone: nothing is left to ask.
            process.destroy();
        }
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
    }
}
