package dev.patchbay.model.signature;

import java.util.List;

/**
 * What was found in a PDF file.
 *
 * @param verdict that of its weakest signature, if nothing is wrong with the file as a whole
 * @param reasons what is wrong with the file as a whole; for people to read
 * @param signatures in the order in which they were made
 */
public record Verification(
    Verdict verdict, List<String> reasons, List<SignatureFinding> signatures) {
  public Verification {
    reasons = List.copyOf(reasons);
    signatures = List.copyOf(signatures);
  }
}
