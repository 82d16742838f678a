package dev.patchbay.server.issuing.maker;

import dev.patchbay.server.signature.PdfFinisher;
import dev.patchbay.server.signature.PdfFinisher.Finished;
import dev.patchbay.server.signature.PdfFinisher.Finishing;
import dev.patchbay.server.signature.SignatureAnswer.About;
import dev.patchbay.spi.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Has documents made, and stamps and signs those that are to be. One that waits for its signature
 * is kept for a minute, so that its next try need not make it again. Thread-safe.
 */
public final class FinishingMaker implements DocumentMaker {
  private static final Duration UNTIL_FREE = Duration.ofSeconds(5);

  /** After that its template may be another one. */
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final DocumentMaker maker;
  private final PdfFinisher finisher;
  private final InstantSource clock;
  private final RecentlyMade<Order, Waiting> waiting = new RecentlyMade<>();

  /** Finishes what another one makes. */
  public FinishingMaker(DocumentMaker maker, PdfFinisher finisher, InstantSource clock) {
    this.maker = maker;
    this.finisher = finisher;
    this.clock = clock;
  }

  private record Waiting(Made.Document document, Instant until) {}

  @Override
  public Made make(Order order) {
    var plain = order.unfinished();
    var made = made(plain);
    return made instanceof Made.Document document
        ? order.finishing().map(how -> finished(plain, document, how)).orElse(made)
        : made;
  }

  private Made made(Order plain) {
    return waiting
        .take(plain)
        .filter(it -> clock.instant().isBefore(it.until()))
        .<Made>map(Waiting::document)
        .orElseGet(() -> maker.make(plain));
  }

  private Made finished(Order plain, Made.Document document, Finishing how) {
    return switch (finisher.finish(document.file(), how)) {
      case Finished.Done(var pdf) -> new Made.Document(document.template(), pdf);
      case Finished.Failed(var reason, var about) -> failed(reason, about);
      case Finished.Unfinished(var reason) ->
          new Made.Unfinished(new Cause("no-signature", reason));
      case Finished.Busy _ -> {
        waiting.keep(plain, new Waiting(document, clock.instant().plus(KEPT)));
        yield new Made.NotNow(
            new Cause("signing-busy", "Others wait for their signature; this one waits too."),
            UNTIL_FREE);
      }
      case Finished.Absent(var reason) -> new Made.Impossible(new Cause("no-signature", reason));
    };
  }

  private static Made failed(String reason, About about) {
    var cause = new Cause("no-signature", reason);
    return switch (about) {
      case FILE -> new Made.Faulty(cause);
      case KEY -> new Made.KeyRefused(cause);
      case AUTHORITY -> new Made.Impossible(cause);
    };
  }
}
