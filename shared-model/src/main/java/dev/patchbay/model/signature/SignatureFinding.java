package dev.patchbay.model.signature;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found about one signature.
 *
 * @param field that it stands in; empty if it has no name
 * @param verdict never UNSIGNED
 * @param reasons why it is not valid; for people to read
 * @param notes what else is worth to be known
 * @param level as ETSI EN 319 142-1 calls it, such as {@code PAdES-BASELINE-T}
 * @param signer his name by the certificate; empty if there is none
 * @param issuer of the certificate; empty likewise
 * @param time when it was made, null if nothing is said about it
 * @param timeSource who says so
 * @param wholeFile whether it covers all of the file, so that nothing was added after it
 * @param changesAfter what was changed after it was made; for people to read
 */
public record SignatureFinding(
    String field,
    Verdict verdict,
    List<String> reasons,
    List<String> notes,
    String level,
    String signer,
    String issuer,
    @Nullable Instant time,
    TimeSource timeSource,
    boolean wholeFile,
    List<String> changesAfter) {
  public SignatureFinding {
    reasons = List.copyOf(reasons);
    notes = List.copyOf(notes);
    changesAfter = List.copyOf(changesAfter);
  }

  /** Who says when a signature was made. */
  public enum TimeSource {
    /** A time-stamp authority (RFC 3161) whose stamp is valid. */
    TIME_STAMP,
    /** The signer, or nobody. */
    CLAIMED
  }
}
