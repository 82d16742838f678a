package dev.patchbay.server.issuing.maker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.document.IssuedDocument.TemplateVersion;
import dev.patchbay.server.signature.PdfFinisher.Finishing;
import dev.patchbay.spi.Cause;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes documents of templates that the hub keeps. Thread-safe; may take as long as a PDF does. */
public interface DocumentMaker {
  /**
   * Makes one.
   *
   * @throws java.io.UncheckedIOException if the disk of this node is to blame
   */
  Made make(Order order);

  /**
   * What is wanted.
   *
   * @param template its name
   * @param version the active one if empty
   * @param data values by name
   * @param finishing what is done to a PDF file once it is made, if anything is
   */
  record Order(
      String template,
      OptionalInt version,
      DocumentFormat format,
      ObjectNode data,
      Optional<Finishing> finishing) {

    /** That of the file as it is made, which holds no key. */
    Order unfinished() {
      return new Order(template, version, format, data, Optional.empty());
    }
  }

  /** What became of it. */
  sealed interface Made {
    /**
     * The file; the bytes are the caller's.
     *
     * @param template what it was really made of
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Document(TemplateVersion template, byte[] file) implements Made {}

    /** Template and data do not go together; the cause names tag and place. */
    record Faulty(Cause cause) implements Made {}

    /**
     * There is no such template, nothing that makes this format, or an authority that does not say
     * the time; a person may have to mend it.
     */
    record Impossible(Cause cause) implements Made {}

    /** The key does not sign, or does not open with its password: another one is needed. */
    record KeyRefused(Cause cause) implements Made {}

    /**
     * The time was over, or what makes it was ended early: the next try may make it. It costs a
     * try, as it may be the document that is too much.
     */
    record Unfinished(Cause cause) implements Made {}

    /** Later it may be made. */
    record NotNow(Cause cause, Duration after) implements Made {}
  }
}
