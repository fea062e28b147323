package se.samordna.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import se.samordna.schemas.SchemaRegistration;
import se.samordna.streams.Nice;

/**
 * The indicators in a VM of their own, all of which stands back: cores, broker and page cache are shared, and no more. As
 * where each application is a process.
 */
final class OwnVm implements Beside {
    private static final String HEAP = "-Xmx1g";
    private static final int RUNNING = 'r';
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;

    private OwnVm(Process process) {
        this.process = process;
    }

    /** Returns once they have started. */
    static OwnVm start(String bootstrap, String registry, Path dir, Nice nice) {
        Stream<String> ours = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-Xmx"));
        List<String> command = Stream.of(
                        Stream.of("nice", "-n", Integer.toString(nice.value()), java(), HEAP),
                        ours,
                        Stream.of("-cp", System.getProperty("java.class.path"), OwnVm.class.getName()),
                        Stream.of(bootstrap, registry, dir.toString(), Integer.toString(nice.value())))
                .flatMap(words -> words)
                .toList();
        try {
            var started = new OwnVm(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
            if (started.process.getInputStream().read() != RUNNING) {
                started.close();
                throw new IllegalStateException("the indicators' own VM did not start them");
            }
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its end of input tells it to stop, as does ours, however we end. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the indicators' own VM did not stop");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /** That VM: bootstrap, registry, directory and nice value; runs until its input ends. */
    public static void main(String[] args) throws IOException {
        // A registry in memory is each VM's own; registered in one order, the schemas have the ids that the bench's
        // have.
        new SchemaRegistration(Rig.inMemory(args[1])).registerAll();
        try (var _ = new SameVm(args[0], args[1], Path.of(args[2]), new Nice(Integer.parseInt(args[3])))) {
            System.out.write(RUNNING);
            System.out.flush();
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
