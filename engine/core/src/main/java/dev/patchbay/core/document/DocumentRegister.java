package dev.patchbay.core.document;

import dev.patchbay.model.document.DocumentCallback;
import dev.patchbay.model.document.DocumentReceipt;
import dev.patchbay.model.document.DocumentStatus;
import dev.patchbay.model.document.DocumentStep;
import dev.patchbay.model.document.DocumentView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which documents were made, and what document systems tell of them. Thread-safe. */
public interface DocumentRegister {
  /**
   * A document stands where it belongs. The same one again changes nothing; the same id with
   * another content begins its history anew, as {@link DocumentStatus#ISSUED}.
   */
  void issued(IssuedDocument document);

  /** The document of an id. */
  Optional<DocumentView> find(String id);

  /** What became of a document, the oldest first. */
  List<DocumentStep> history(String id);

  /**
   * Documents, the newest first.
   *
   * @param before id of the last one of the page before, null for the first page
   */
  List<DocumentView> page(DocumentFilter filter, @Nullable String before, int most);

  /**
   * Notes what a document system tells, once for each message.
   *
   * @param message id of the message, which stays when it is sent again
   * @param connectors whose secrets it is signed with: it may tell of their documents only
   * @return empty if there is no such document; the receipt of the first time if the message came
   *     before
   */
  Optional<DocumentReceipt> tell(String message, Set<String> connectors, DocumentCallback told);

  /** Forgets ids of messages that came longer ago. */
  void forgetMessages(Duration age);

  /**
   * Which documents; what is null does not matter.
   *
   * @param key of what they are about
   */
  record DocumentFilter(
      @Nullable DocumentStatus status,
      @Nullable String connector,
      @Nullable String template,
      @Nullable String key) {}
}
