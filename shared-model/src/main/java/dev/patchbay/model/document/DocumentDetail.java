package dev.patchbay.model.document;

import java.util.List;

/**
 * A document with all that became of it.
 *
 * @param history from the first status to the one that stands
 */
public record DocumentDetail(DocumentView document, List<DocumentStep> history) {
  public DocumentDetail {
    history = List.copyOf(history);
  }
}
