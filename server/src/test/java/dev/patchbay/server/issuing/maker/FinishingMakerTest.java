package dev.patchbay.server.issuing.maker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.patchbay.core.document.IssuedDocument.TemplateVersion;
import dev.patchbay.server.issuing.CountingFinisher;
import dev.patchbay.server.issuing.maker.DocumentMaker.Made;
import dev.patchbay.server.signature.PdfFinisher.Finished;
import dev.patchbay.server.signature.PdfFinisher.Finishing;
import dev.patchbay.server.signature.SignatureAnswer.About;
import dev.patchbay.spi.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of a document that is to be stamped and signed. */
class FinishingMakerTest {
  private static final Made.Document LETTER =
      new Made.Document(new TemplateVersion("letter", 1), "a letter".getBytes(UTF_8));
  private static final Cause CAUSE = new Cause("no-signature", "so it is");

  private final CountingFinisher finisher = new CountingFinisher();

  private final AtomicInteger times = new AtomicInteger();
  private Instant now = Instant.EPOCH;

  private static DocumentMaker.Order order(String key, Optional<Finishing> how) {
    var data = JsonNodeFactory.instance.objectNode().put("key", key);
    return new DocumentMaker.Order("letter", OptionalInt.empty(), DocumentFormat.PDF, data, how);
  }

  private FinishingMaker maker(Made made) {
    return new FinishingMaker(
        _ -> {
          times.incrementAndGet();
          return made;
        },
        finisher,
        () -> now);
  }

  private Made made(Made made, Optional<Finishing> how) {
    return maker(made).make(order("r-1", how));
  }

  private static Optional<Finishing> stamped() {
    return Optional.of(
        new Finishing(Optional.of(JsonNodeFactory.instance.arrayNode()), Optional.empty()));
  }

  @Test
  void aDocumentIsFinishedIfItIsToBe() {
    var finished = assertInstanceOf(Made.Document.class, made(LETTER, stamped()));

    assertThat(new String(finished.file(), UTF_8)).isEqualTo("a letter, signature 1");
    assertThat(finished.template()).isEqualTo(LETTER.template());
    assertThat(made(LETTER, Optional.empty())).isSameAs(LETTER);
    assertThat(made(new Made.Faulty(CAUSE), stamped())).isEqualTo(new Made.Faulty(CAUSE));
  }

  @Test
  void whatStoodInTheWayDecidesWhatBecomesOfIt() {
    finisher.answer(new Finished.Failed("so it is", About.FILE));
    assertThat(made(LETTER, stamped())).isEqualTo(new Made.Faulty(CAUSE));
    finisher.answer(new Finished.Failed("so it is", About.KEY));
    assertThat(made(LETTER, stamped())).isEqualTo(new Made.KeyRefused(CAUSE));
    finisher.answer(new Finished.Failed("so it is", About.AUTHORITY));
    assertThat(made(LETTER, stamped())).isEqualTo(new Made.Impossible(CAUSE));
    finisher.answer(new Finished.Absent("so it is"));
    assertThat(made(LETTER, stamped())).isEqualTo(new Made.Impossible(CAUSE));
    finisher.answer(new Finished.Unfinished("so it is"));
    assertThat(made(LETTER, stamped())).isEqualTo(new Made.Unfinished(CAUSE));
    finisher.answer(new Finished.Busy());
    assertThat(made(LETTER, stamped())).isInstanceOf(Made.NotNow.class);
  }

  @Test
  void whatWaitsForItsSignatureIsNotMadeAgain() {
    var maker = maker(LETTER);
    finisher.answer(new Finished.Busy());
    maker.make(order("r-1", stamped()));
    maker.make(order("r-1", stamped()));
    assertThat(times).hasValue(1);

    maker.make(order("r-2", stamped()));
    assertThat(times).as("another letter").hasValue(2);

    finisher.answersItself();
    assertThat(maker.make(order("r-1", stamped()))).isInstanceOf(Made.Document.class);
    assertThat(times).hasValue(2);
    maker.make(order("r-1", stamped()));
    assertThat(times).as("once signed it is not kept").hasValue(3);
  }

  @Test
  void whatWaitedForLongIsMadeAgainAsItsTemplateMayHaveChanged() {
    var maker = maker(LETTER);
    finisher.answer(new Finished.Busy());
    maker.make(order("r-1", stamped()));
    now = now.plus(Duration.ofMinutes(1));

    maker.make(order("r-1", stamped()));

    assertThat(times).hasValue(2);
  }
}
