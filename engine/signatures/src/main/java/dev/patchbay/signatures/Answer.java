package dev.patchbay.signatures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.patchbay.model.signature.Verification;
import dev.patchbay.signatures.sign.KeyHolder;
import dev.patchbay.signatures.sign.Signed;

/** What the process has done, as JSON: one of these. */
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Answer {
  /** It was not done; the reason is for a person to read. */
  record Failed(
      @JsonProperty("failed") String reason, @JsonProperty("about") PdfRefusal.About about)
      implements Answer {}

  /** The signed file is there. */
  record Done(@JsonProperty("signed") Signed signed) implements Answer {}

  /** The stamped file is there, with stamps on so many pages. */
  record Stamped(@JsonProperty("stamped") int pages) implements Answer {}

  /** So many stamps can be drawn. */
  record Drawn(@JsonProperty("stamps") int stamps) implements Answer {}

  /** The key can sign now. */
  record Opened(@JsonProperty("key") KeyHolder holder) implements Answer {}

  /** What was found. */
  record Verified(@JsonProperty("verification") Verification verification) implements Answer {}
}
