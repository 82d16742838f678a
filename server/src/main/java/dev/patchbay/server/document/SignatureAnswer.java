package dev.patchbay.server.document;

import com.fasterxml.jackson.databind.JsonNode;

/** What has become of an order. */
public sealed interface SignatureAnswer {
  /** It was carried out; the JSON is the answer of {@code dev.patchbay.signatures.Main}. */
  record Done(JsonNode answer) implements SignatureAnswer {}

  /** It was not; the reason says what to do. */
  record Failed(String reason) implements SignatureAnswer {}

  /** There is nobody to carry it out; the reason says what is missing. */
  record Absent(String reason) implements SignatureAnswer {}
}
