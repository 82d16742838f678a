package dev.patchbay.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.message.MailAddress;
import dev.patchbay.testkit.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("extended") // it starts a JVM, and the server takes its time with so much
class SmallHeapTest {
  private static final int MEGABYTES = 20;

  @Test
  void aFileThatIsLargerThanTheHeapIsMailed(@TempDir Path folder) throws IOException {
    var content = new byte[MEGABYTES << 20];
    new Random(1).nextBytes(content);
    var file = Files.write(folder.resolve("large.bin"), content);

    try (var server = new MailServerSide();
        var sender =
            JavaCommand.of(SmallHeapSender.class)
                .withJvmArguments("-Xmx16m")
                .withArguments(Integer.toString(server.plainPort()), file.toString())
                .start(folder.resolve("output"))) {
      assertThat(sender.awaitExit(Duration.ofMinutes(2))).as(sender.output()).isZero();

      var arrived = server.mailbox(MailAddress.of("anna@example.org")).getFirst();
      assertThat(Arrays.equals(arrived.attachments().get("large.bin"), content)).isTrue();
    }
  }
}
