package dev.patchbay.model.document;

import dev.patchbay.model.job.RecipientView;
import java.util.List;

/**
 * A document with all that became of it.
 *
 * @param history from the first status to the one that stands
 * @param recipients those it was mailed to, in the order of their addresses, and what became of it
 *     for each; empty if it was not mailed
 */
public record DocumentDetail(
    DocumentView document, List<DocumentStep> history, List<RecipientView> recipients) {
  public DocumentDetail {
    history = List.copyOf(history);
    recipients = List.copyOf(recipients);
  }
}
