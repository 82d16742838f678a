package dev.patchbay.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.message.Attachment;
import dev.patchbay.spi.message.MailAddress;
import dev.patchbay.spi.message.Message;
import dev.patchbay.spi.message.MessageTarget;
import dev.patchbay.spi.message.Receipt;
import dev.patchbay.spi.message.Receipt.Accepted;
import dev.patchbay.spi.message.Sent;
import dev.patchbay.spi.message.Sent.Answered;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Sha256;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every message target keeps, above all: each recipient is answered for. */
public abstract class MessageTargetContract {
  protected static final MailAddress ANNA = MailAddress.of("anna@example.org");
  protected static final MailAddress BEN = MailAddress.of("ben@example.org");
  protected static final MailAddress CLEO = MailAddress.of("cleo@example.org");
  private static final int MEGABYTE = 1 << 20;

  private MessageSide side;
  private MessageTarget target;

  /** Where messages arrive; empty, opened anew for each test. */
  protected abstract MessageSide open();

  @BeforeEach
  final void openSide() {
    side = open();
    target = side.connect();
  }

  @AfterEach
  final void closeSide() {
    target.close();
    side.close();
  }

  @Test
  void everyRecipientGetsItOnce() {
    var content = "id;title\n1;Straße\n".getBytes(UTF_8);
    var message = message(List.of(attachment("requests.csv", content)), ANNA, BEN, CLEO);

    assertThat(send(message)).isEqualTo(accepted(ANNA, BEN, CLEO));

    for (var recipient : List.of(ANNA, BEN, CLEO)) {
      assertThat(side.mailbox(recipient))
          .singleElement()
          .satisfies(
              arrived -> {
                assertThat(arrived.subject()).isEqualTo("Requests");
                assertThat(arrived.text()).isEqualToIgnoringNewLines("Here they are.");
                assertThat(arrived.attachments().get("requests.csv")).isEqualTo(content);
              });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Prüfbericht für Köln",
        "請求 😀",
        "=?UTF-8?Q?not_encoded?=",
        "a very long subject that needs more than one line of a header and has to be put together"
            + " again by whoever reads it, however many words there may be in the end",
        "\"quoted\" <x@example.org>, and: more;"
      })
  void keepsSubjectsAndNamesAsTheyAre(String words) {
    var name = words.replaceAll("[<>:\"/;,?=]", "_") + ".csv";
    var message =
        new Message(
            "run-1",
            Instant.parse("2026-11-27T03:00:00Z"),
            words,
            words + "\n.\n..\nFrom here on",
            "<p>" + words + "</p>",
            List.of(ANNA),
            List.of(ANNA),
            List.of(attachment(name, new byte[] {1, 2, 3})));

    assertThat(send(message)).isEqualTo(accepted(ANNA));

    var arrived = side.mailbox(ANNA).getFirst();
    assertThat(arrived.subject()).isEqualTo(words);
    assertThat(arrived.text().replace("\r\n", "\n").strip())
        .isEqualTo(words + "\n.\n..\nFrom here on");
    assertThat(arrived.attachments()).containsOnlyKeys(name);
  }

  @Test
  void hidesRecipientsFromEachOtherUnlessTheyAreShown() {
    send(message(List.of(), ANNA, BEN));

    assertThat(side.mailbox(ANNA).getFirst().shown()).doesNotContain("anna", "ben");
  }

  @Test
  void sendsMegabytes() {
    var content = new byte[3 * MEGABYTE];
    new Random(20_261_127).nextBytes(content);

    assertThat(send(message(List.of(attachment("large.bin", content)), ANNA)))
        .isEqualTo(accepted(ANNA));

    var arrived = side.mailbox(ANNA).getFirst().attachments().get("large.bin");
    assertThat(Arrays.equals(arrived, content)).isTrue();
  }

  @Test
  void namesWhoIsRefusedAndSendsToTheOthers() {
    side.refuse(BEN);

    var receipts = receipts(send(message(List.of(), ANNA, BEN, CLEO)));

    assertThat(receipts.get(BEN)).isInstanceOf(Receipt.Refused.class);
    assertThat(receipts).containsEntry(ANNA, new Accepted()).containsEntry(CLEO, new Accepted());
    assertThat(side.mailbox(ANNA)).hasSize(1);
    assertThat(side.mailbox(CLEO)).hasSize(1);
  }

  @Test
  void namesWhoHasToWait() {
    side.postpone(ANNA);
    side.refuse(BEN);

    var receipts = receipts(send(message(List.of(), ANNA, BEN)));

    assertThat(receipts.get(ANNA)).isInstanceOf(Receipt.Later.class);
    assertThat(receipts.get(BEN)).isInstanceOf(Receipt.Refused.class);
    assertThat(side.mailbox(ANNA)).isEmpty();
  }

  @Test
  void aMessageThatIsRefusedIsRefusedForAll() {
    side.refuseNextMessage();

    var receipts = receipts(send(message(List.of(), ANNA, BEN)));

    assertThat(receipts.values()).allMatch(Receipt.Refused.class::isInstance).hasSize(2);
    assertThat(side.mailbox(ANNA)).isEmpty();
  }

  @Test
  void anAnswerThatIsLostLeavesItOpenAndTheNextTryHasTheSameId() {
    side.loseNextAnswer();
    var message = message(List.of(), ANNA);

    assertThat(receipts(send(message)).get(ANNA)).isInstanceOf(Receipt.Unknown.class);
    assertThat(send(message)).isEqualTo(accepted(ANNA));

    assertThat(side.mailbox(ANNA)).hasSize(2);
    assertThat(side.mailbox(ANNA).stream().map(MessageSide.Arrived::id).distinct())
        .singleElement()
        .satisfies(id -> assertThat(id).contains("run-1"));
  }

  @Test
  void anAnswerThatDoesNotComeInTimeLeavesItOpen() {
    send(message(List.of(), BEN)); // the first one takes longest, and the next has little time
    side.stallNextAnswer();

    var sent = target.send(message(List.of(), ANNA), Deadline.in(Duration.ofSeconds(3)));

    assertThat(receipts(sent).get(ANNA)).isInstanceOf(Receipt.Unknown.class);
  }

  @Test
  void nobodyGetsAPartOfAMessageThatBreaksOff() {
    side.breakNextMessage();
    var large = attachment("large.bin", new byte[MEGABYTE]);

    var receipts = receipts(send(message(List.of(large), ANNA)));

    assertThat(receipts.get(ANNA)).isInstanceOf(Receipt.Later.class);
    assertThat(side.mailbox(ANNA)).isEmpty();
  }

  @Test
  void nobodyGetsAMessageWhoseAttachmentCannotBeRead() {
    var content = new byte[MEGABYTE];
    var broken = attachment("b.bin", content, () -> UnsteadyContent.breaking(content));

    assertThat(receipts(send(message(List.of(broken), ANNA))).get(ANNA))
        .isInstanceOf(Receipt.Later.class);
    assertThat(side.mailbox(ANNA)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "new conten", "new content!", "new contenT"})
  void nobodyGetsAnAttachmentThatIsNotWhatWasPromised(String actual) {
    var changed =
        attachment(
            "a.csv",
            "new content".getBytes(UTF_8),
            () -> new ByteArrayInputStream(actual.getBytes(UTF_8)));

    assertThat(receipts(send(message(List.of(changed), ANNA))).get(ANNA))
        .isInstanceOfSatisfying(
            Receipt.Refused.class,
            refused -> assertThat(refused.cause().code()).isEqualTo("content-changed"));
    assertThat(side.mailbox(ANNA)).isEmpty();
  }

  @Test
  void sendsNothingOnceTheDeadlineHasPassed() {
    assertThat(target.send(message(List.of(), ANNA), Deadline.in(Duration.ZERO)))
        .isInstanceOf(Sent.NotSent.class);
    assertThat(side.mailbox(ANNA)).isEmpty();
  }

  @Test
  void namesACredentialThatIsWrong() {
    try (var stranger = side.stranger()) {
      assertThat(stranger.send(message(List.of(), ANNA), soon()))
          .isInstanceOf(Sent.CredentialRefused.class);
      assertThat(stranger.check()).anyMatch(step -> !step.ok());
    }
    assertThat(side.mailbox(ANNA)).isEmpty();
  }

  @Test
  void waitsForAServerThatIsNotThere() {
    try (var misplaced = side.misplaced()) {
      assertThat(misplaced.send(message(List.of(), ANNA), soon())).isInstanceOf(Sent.NotSent.class);
      assertThat(misplaced.check()).noneMatch(CheckReport.Step::ok);
    }
  }

  @Test
  void checksWithoutSending() {
    assertThat(target.check()).isNotEmpty().allMatch(CheckReport.Step::ok);
    assertThat(side.mailbox(ANNA)).isEmpty();
  }

  private Sent send(Message message) {
    return target.send(message, soon());
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(30));
  }

  private static Map<MailAddress, Receipt> receipts(Sent sent) {
    return switch (sent) {
      case Answered(var receipts) -> receipts;
      case Sent.NotSent _, Sent.CredentialRefused _ -> throw new AssertionError(sent);
    };
  }

  private static Sent accepted(MailAddress... recipients) {
    return new Answered(
        Arrays.stream(recipients)
            .collect(Collectors.toMap(Function.identity(), _ -> new Accepted())));
  }

  /** A message that shows nobody who else gets it. */
  protected static Message message(List<Attachment> attachments, MailAddress... recipients) {
    return new Message(
        "run-1",
        Instant.parse("2026-11-27T03:00:00Z"),
        "Requests",
        "Here they are.",
        null,
        List.of(),
        List.of(recipients),
        attachments);
  }

  /** A file of this content. */
  protected static Attachment attachment(String name, byte[] content) {
    return attachment(name, content, () -> new ByteArrayInputStream(content));
  }

  private static Attachment attachment(String name, byte[] promised, FileToStore.Content content) {
    return new Attachment(
        name, "application/octet-stream", promised.length, Sha256.of(promised), content);
  }
}
