package dev.patchbay.core.document;

import dev.patchbay.model.job.RecipientView;
import java.util.Collection;
import java.util.List;

/** Who has got a document by mail, kept for whoever sends it next. Thread-safe. */
public interface DocumentRecipients {
  /** What became of those that a document was sent to so far, in the order of addresses. */
  List<RecipientView> of(String document);

  /** Notes what became of some. Who has accepted stays so, whatever is said later. */
  void note(String document, Collection<RecipientView> some);
}
