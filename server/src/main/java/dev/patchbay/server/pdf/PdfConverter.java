package dev.patchbay.server.pdf;

import dev.patchbay.core.template.FilledDocument;
import dev.patchbay.server.process.Turnstile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes PDF files for all who ask this server: some at a time, the others wait. Thread-safe. */
public final class PdfConverter {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final PdfMaker maker;
  private final Turnstile turnstile;

  /** With who makes them. */
  public PdfConverter(PdfMaker maker) {
    this(maker, Turnstile.ofProcesses());
  }

  PdfConverter(PdfMaker maker, Turnstile turnstile) {
    this.maker = maker;
    this.turnstile = turnstile;
  }

  /** What takes a process. */
  @FunctionalInterface
  private interface Making<T> {
    T made() throws IOException;
  }

  /** A document as PDF. */
  public PdfAnswer pdf(FilledDocument document) {
    return convert(document, Optional.empty());
  }

  /** A page of a document as PNG. */
  public PdfAnswer picture(FilledDocument document, PdfOrder.Picture picture) {
    return convert(document, Optional.of(picture));
  }

  /** Fonts that documents on this server are shown without; empty where that cannot be told. */
  public Optional<List<String>> missing(List<String> fonts) {
    return fonts.isEmpty()
        ? Optional.of(List.of())
        : placed(() -> maker.missing(fonts)).flatMap(answer -> answer);
  }

  private PdfAnswer convert(FilledDocument document, Optional<PdfOrder.Picture> picture) {
    var order = new PdfOrder(false, LIMIT, "", Optional.empty(), picture);
    return placed(() -> maker.convert(document, order)).orElseGet(PdfAnswer.Busy::new);
  }

  /** Empty if no place became free in time. */
  private <T> Optional<T> placed(Making<T> making) {
    return turnstile.pass(
        () -> {
          try {
            return making.made();
          } catch (IOException failure) {
            throw new UncheckedIOException("a PDF cannot be made", failure);
          }
        });
  }
}
