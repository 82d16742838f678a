package dev.patchbay.server.signature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * Stamps and signs PDF files, and tells beforehand whether it could. Thread-safe; each call may
 * take as long as a process and a time-stamp authority do.
 */
public interface PdfFinisher {
  /** Puts stamps on a PDF file, and then a signature. */
  Finished finish(byte[] pdf, Finishing how);

  /** Whether stamps can be drawn, on pages of any file. */
  Rehearsal rehearse(JsonNode stamps);

  /**
   * Opens a key that is to sign.
   *
   * @param key as {@code dev.patchbay.signatures.sign.KeySource} describes it
   */
  Opening open(ObjectNode key);

  /**
   * What is done to a file; one of both at least.
   *
   * @param stamps as {@code ./patchbay stamp} reads them
   * @param signature level, reason, key and so on, as {@code dev.patchbay.signatures.Order}
   *     describes them
   */
  record Finishing(Optional<JsonNode> stamps, Optional<ObjectNode> signature) {
    /** Without the key. */
    @Override
    public String toString() {
      return "Finishing[stamps=%s, signed=%s]".formatted(stamps, signature.isPresent());
    }
  }

  /** What became of a file. */
  sealed interface Finished {
    /** It is stamped and signed. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Done(byte[] pdf) implements Finished {}

    /** It is not. */
    record Failed(String reason, SignatureAnswer.About about) implements Finished {}

    /** It is not, as the time was over or its process ended early; the next try may succeed. */
    record Unfinished(String reason) implements Finished {}

    /** Too many others want something, or this server closes. */
    record Busy() implements Finished {}

    /** There is nobody to do it; the reason says what is missing. */
    record Absent(String reason) implements Finished {}
  }

  /** Whether stamps can be drawn. */
  sealed interface Rehearsal {
    /** They can. */
    record Fine() implements Rehearsal {}

    /** They cannot, or nobody can tell; the reason names the field where it is one. */
    record Faulty(String reason) implements Rehearsal {}
  }

  /** Whether a key can sign. */
  sealed interface Opening {
    /**
     * It can.
     *
     * @param name whose it is, by its certificate
     * @param until when the certificate expires
     */
    record Opened(String name, Instant until) implements Opening {}

    /** It cannot, or nobody can tell. */
    record Refused(String reason) implements Opening {}
  }
}
