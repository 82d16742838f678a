package dev.patchbay.server.issuing;

import dev.patchbay.server.document.PdfFinisher;
import dev.patchbay.server.document.PdfFinisher.Finished;
import dev.patchbay.server.document.PdfFinisher.Finishing;
import dev.patchbay.server.document.SignatureAnswer.About;
import dev.patchbay.spi.Cause;
import java.time.Duration;

/**
 * Has documents made, and stamps and signs those that are to be. Thread-safe.
 *
 * @param maker makes them
 */
public record FinishingMaker(DocumentMaker maker, PdfFinisher finisher) implements DocumentMaker {
  private static final Duration UNTIL_FREE = Duration.ofSeconds(5);
  private static final Duration UNTIL_IT_ANSWERS = Duration.ofSeconds(30);

  @Override
  public Made make(Order order) {
    var made = maker.make(order);
    return made instanceof Made.Document document
        ? order.finishing().map(how -> finished(document, how)).orElse(made)
        : made;
  }

  private Made finished(Made.Document document, Finishing how) {
    return switch (finisher.finish(document.file(), how)) {
      case Finished.Done(var pdf) -> new Made.Document(document.template(), pdf);
      case Finished.Failed(var reason, var about) -> failed(reason, about);
      case Finished.Unfinished(var reason) ->
          new Made.Unfinished(new Cause("no-signature", reason));
      case Finished.Busy _ ->
          new Made.NotNow(
              new Cause("signing-busy", "Others wait for their signature; this one waits too."),
              UNTIL_FREE);
      case Finished.Absent(var reason) -> new Made.Impossible(new Cause("no-signature", reason));
    };
  }

  private static Made failed(String reason, About about) {
    var cause = new Cause("no-signature", reason);
    return switch (about) {
      case FILE -> new Made.Faulty(cause);
      case KEY -> new Made.Impossible(cause);
      case AUTHORITY -> new Made.NotNow(cause, UNTIL_IT_ANSWERS);
    };
  }
}
