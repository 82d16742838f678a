package dev.patchbay.server.issuing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.core.document.IssuedDocument.Content;
import dev.patchbay.core.document.IssuedDocument.TemplateVersion;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Target;
import dev.patchbay.spi.message.Receipt;
import dev.patchbay.spi.message.Sent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who gets a document by mail, and what is said of it. */
class DocumentMailTest {
  private static final byte[] FILE = "a letter".getBytes(UTF_8);
  private static final Cause WHY = new Cause("smtp", "so the server says");
  private static final String ANNA = "anna@example.org";
  private static final String BEN = "ben@example.org";

  private final MailRoom room = new MailRoom();
  private final DocumentMail mail =
      new DocumentMail(room, room.recipients(), ZoneOffset.UTC, MailRoom.MAIL);

  private static DocumentNote note(List<String> to) {
    var content = new Content("application/pdf", FILE.length, "0".repeat(64));
    return new DocumentNote(
        "1-1", Instant.EPOCH, "r-1", new TemplateVersion("letter", 1), content, "a/b.pdf", to);
  }

  private Optional<Outcome> send(List<String> to) {
    var target = new Target(Map.of(MailPlan.TO, String.join(",", to)));
    var plan = MailPlan.of(target).orElseThrow();
    return mail.send(note(to), plan, FILE, Deadline.in(Duration.ofMinutes(1)));
  }

  @Test
  void whoHasToComeAgainIsNoFailureOfTheServer() {
    room.says(BEN, new Receipt.Later(WHY));

    var cause = new Cause("mail", BEN + ": so the server says");
    assertThat(send(List.of(ANNA, BEN))).contains(new Outcome.Postponed(cause, Duration.ZERO));

    room.says(BEN, new Receipt.Accepted());
    assertThat(send(List.of(ANNA, BEN))).isEmpty();
    assertThat(room.sent()).containsExactly(List.of(ANNA, BEN), List.of(BEN));
  }

  @Test
  void aServerThatIsNotReachedIsOne() {
    room.says(new Sent.NotSent(WHY));

    assertThat(send(List.of(ANNA))).contains(new Outcome.NotApplied(WHY, Duration.ZERO));
  }

  @Test
  void whoIsRefusedIsToldOfAsLongAsSomebodyHasIt() {
    var both = List.of(ANNA, BEN);
    room.says(BEN, new Receipt.Refused(WHY));
    assertThat(send(both)).isEmpty();
    assertThat(mail.receipt(note(both))).isEqualTo("mail, refused for 1 of 2 recipients");
    assertThat(send(both)).as("nobody is left to send to").isEmpty();
    assertThat(room.sent()).hasSize(1);
  }

  @Test
  void aLetterThatNobodyTakesIsRefused() {
    room.says(BEN, new Receipt.Refused(WHY));

    assertThat(send(List.of(BEN)).orElseThrow()).isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void aProcessThatEndsBetweenManyRecipientsSendsToTheOthersOnly() {
    var many = IntStream.range(0, 120).mapToObj("n%03d@example.org"::formatted).toList();
    var list = List.of("list:all");
    room.list("list:all", many);
    room.diesAt(1);

    assertThatThrownBy(() -> send(list)).hasMessageContaining("the end of the process");
    assertThat(mail.isDone(note(list))).as("some have not got it").isFalse();

    assertThat(send(list)).isEmpty();
    assertThat(mail.isDone(note(list))).isTrue();
    assertThat(room.sent()).hasSize(3);
    assertThat(room.sent().stream().flatMap(List::stream)).containsExactlyElementsOf(many);
  }

  @Test
  void whatStandsInTheWayIsKnownBeforeAnythingIsMade() {
    assertThat(mail.obstacle(List.of(ANNA))).isEmpty();
    assertThat(String.valueOf(mail.obstacle(List.of("list:none"))))
        .contains("TargetRefused", "no-list");

    room.refused(MailRoom.MAIL, "Paused");
    assertThat(String.valueOf(mail.obstacle(List.of(ANNA)))).contains("TargetRefused", "Paused");
    assertThat(send(List.of(ANNA))).isEqualTo(mail.obstacle(List.of(ANNA)));
    assertThat(room.sent()).isEmpty();
  }
}
