package se.samordna.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @Test
    void a_busy_port_is_named_with_the_option_that_chooses_another() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName(Ports.HOST))) {
            assertThatThrownBy(() -> Ports.claim(other.getLocalPort(), "the broker", "--broker-port"))
                    .isInstanceOf(StartupProblem.class)
                    .hasMessage("Port " + other.getLocalPort()
                            + " on 127.0.0.1, wanted for the broker, is in use by another program."
                            + " Stop that, or choose another with --broker-port.");
        }
    }

    @Test
    void a_port_that_is_free_is_given() {
        int port = Ports.free();
        assertThat(Ports.claim(port, "the page", "--port")).isEqualTo(port);
    }

    @Test
    void a_directory_is_held_by_one_run_at_a_time(@TempDir Path dir) {
        try (RunDirectory held = RunDirectory.take(dir)) {
            assertThatThrownBy(() -> RunDirectory.take(dir))
                    .isInstanceOf(StartupProblem.class)
                    .hasMessageStartingWith("Samordna is already up on " + held.path());
        }
        RunDirectory.take(dir).close();
    }
}
