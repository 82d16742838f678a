package dev.patchbay.server.issuing;

import dev.patchbay.core.document.DocumentRegister;
import dev.patchbay.core.document.IssuedDocument;
import dev.patchbay.model.document.DocumentCallback;
import dev.patchbay.model.document.DocumentReceipt;
import dev.patchbay.model.document.DocumentStep;
import dev.patchbay.model.document.DocumentView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Remembers which documents were issued, and nothing else. */
final class IssuedDocuments implements DocumentRegister {
  private final List<IssuedDocument> all = new ArrayList<>();

  List<String> ids() {
    return all.stream().map(IssuedDocument::id).toList();
  }

  List<String> checksums() {
    return all.stream().map(each -> each.content().sha256()).toList();
  }

  @Override
  public void issued(IssuedDocument document) {
    all.add(document);
  }

  @Override
  public Optional<DocumentView> find(String id) {
    return Optional.empty();
  }

  @Override
  public List<DocumentStep> history(String id) {
    return List.of();
  }

  @Override
  public List<DocumentView> page(DocumentFilter filter, @Nullable String before, int most) {
    return List.of();
  }

  @Override
  public Optional<DocumentReceipt> tell(
      String message, Set<String> connectors, DocumentCallback told) {
    return Optional.empty();
  }

  @Override
  public void forgetMessages(Duration age) {}
}
