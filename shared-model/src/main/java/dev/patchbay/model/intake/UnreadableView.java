package dev.patchbay.model.intake;

import java.time.Instant;
import java.util.List;

/**
 * A record of a broker that is no CloudEvents event.
 *
 * @param position where it stood
 * @param reasons what is wrong with it
 * @param text the beginning of the record, as text as far as it is text
 * @param bytes size of the record
 */
public record UnreadableView(
    String intake, String position, List<String> reasons, String text, long bytes, Instant at) {
  public UnreadableView {
    reasons = List.copyOf(reasons);
  }
}
