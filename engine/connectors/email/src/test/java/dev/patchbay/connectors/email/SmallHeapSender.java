package dev.patchbay.connectors.email;

import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.message.Attachment;
import dev.patchbay.spi.message.MailAddress;
import dev.patchbay.spi.message.Message;
import dev.patchbay.spi.message.Receipt;
import dev.patchbay.spi.message.Sent;
import dev.patchbay.spi.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mails a file to Anna and ends; its exit status is 0 if she was accepted. */
final class SmallHeapSender {
  private SmallHeapSender() {}

  public static void main(String[] arguments) throws IOException {
    var anna = MailAddress.of("anna@example.org");
    var settings =
        Map.of(
            "host", "127.0.0.1",
            "port", arguments[0],
            "security", "none",
            "authentication", "none",
            "from", "hub@example.org");
    var context =
        new ConnectorContext(
            "mail",
            settings,
            _ -> Optional.empty(),
            InstantSource.system(),
            _ -> Duration.ZERO,
            (_, _, _) -> {});
    var message =
        new Message(
            "large",
            Instant.EPOCH,
            "s",
            "t",
            null,
            List.of(),
            List.of(anna),
            List.of(attachment(Path.of(arguments[1]))));
    try (var target = new EmailType().open(context)) {
      var sent = target.send(message, Deadline.in(Duration.ofMinutes(2)));
      System.exit(sent.equals(new Sent.Answered(Map.of(anna, new Receipt.Accepted()))) ? 0 : 1);
    }
  }

  private static Attachment attachment(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new Attachment(
          "large.bin",
          "application/octet-stream",
          Files.size(file),
          Sha256.of(in),
          () -> Files.newInputStream(file));
    }
  }
}
