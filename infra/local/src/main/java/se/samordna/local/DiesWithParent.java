package se.samordna.local;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * The main class of every child process: runs another main class ({@code args[0]}, with the rest of the arguments) and
 * ends with its parent. The parent holds the writing end of our standard input and never closes it while it lives; the
 * kernel closes it when the parent dies, kill -9 too, and we read the end of the stream. A byte asks for a clean stop.
 *
 * <p>Uses nothing but the JDK: on the registry's class path it stands alone.
 */
public final class DiesWithParent {
    /** Exit code of a child whose parent is gone. */
    public static final int ORPHANED = 3;

    private DiesWithParent() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        Thread watch = new Thread(() -> await(System.in), "dies-with-parent");
        watch.setDaemon(true);
        watch.start();
        try {
            Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    @SuppressWarnings("SystemExitOutsideMain")
    private static void await(InputStream parent) {
        int read;
        try {
            read = parent.read();
        } catch (IOException e) {
            // A broken pipe says the same as its end.
            read = -1;
        }
        if (read < 0) {
            Runtime.getRuntime().halt(ORPHANED);
        }
        System.exit(0);
    }
}
