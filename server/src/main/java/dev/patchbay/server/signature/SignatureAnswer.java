package dev.patchbay.server.signature;

import com.fasterxml.jackson.databind.JsonNode;

/** What has become of an order. */
public sealed interface SignatureAnswer {
  /** It was carried out; the JSON is the answer of {@code dev.patchbay.signatures.Main}. */
  record Done(JsonNode answer) implements SignatureAnswer {}

  /** It was not; the reason says what to do. */
  record Failed(String reason, About about) implements SignatureAnswer {}

  /**
   * It was not, as the time was over or the process was ended by somebody else; the next try may
   * succeed. The reason says what to do if it does not.
   */
  record Unfinished(String reason) implements SignatureAnswer {}

  /** It was not, as whoever wanted it goes away, or too many others want something. */
  record Busy() implements SignatureAnswer {}

  /** What stood in the way. */
  enum About {
    /** The file, or what was to be put on it. */
    FILE,
    /** The key that was to sign. */
    KEY,
    /** An authority that did not answer as wished; later it may. */
    AUTHORITY
  }

  /** There is nobody to carry it out; the reason says what is missing. */
  record Absent(String reason) implements SignatureAnswer {}
}
