package dev.patchbay.store.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.document.DocumentRegister.DocumentFilter;
import dev.patchbay.core.document.IssuedDocument;
import dev.patchbay.core.document.IssuedDocument.Content;
import dev.patchbay.core.document.IssuedDocument.TemplateVersion;
import dev.patchbay.model.document.DocumentCallback;
import dev.patchbay.model.document.DocumentStatus;
import dev.patchbay.model.document.DocumentStep;
import dev.patchbay.model.document.DocumentView;
import dev.patchbay.model.document.ReportedStatus;
import dev.patchbay.store.TestStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcDocumentRegisterIT {
  private static final DocumentFilter ALL = new DocumentFilter(null, null, null, null);
  private static final Set<String> SENDER = Set.of("archive");

  private final TestStore store = TestStore.create();
  private final JdbcDocumentRegister register = new JdbcDocumentRegister(store.database());

  @AfterEach
  void close() {
    store.close();
  }

  private static IssuedDocument document(String id, String content) {
    return new IssuedDocument(
        id,
        "archive",
        new TemplateVersion("letter", 3),
        "r-1",
        new Content("application/pdf", 7, content),
        "files/letters/" + id + ".pdf");
  }

  private static DocumentCallback told(String id, ReportedStatus status) {
    return new DocumentCallback(id, status, "https://archive.example/" + id, null);
  }

  private List<DocumentStatus> statuses(String id) {
    return register.history(id).stream().map(DocumentStep::status).toList();
  }

  private List<String> page(DocumentFilter filter, String before) {
    return register.page(filter, before, 10).stream().map(DocumentView::id).toList();
  }

  @Test
  void theSameDocumentIsIssuedOnce() {
    register.issued(document("1-1-a", "aa"));
    register.tell("m-1", SENDER, told("1-1-a", ReportedStatus.ARCHIVED));
    register.issued(document("1-1-a", "aa"));

    assertThat(statuses("1-1-a")).containsExactly(DocumentStatus.ISSUED, DocumentStatus.ARCHIVED);

    register.issued(document("1-1-a", "bb"));

    assertThat(statuses("1-1-a"))
        .containsExactly(DocumentStatus.ISSUED, DocumentStatus.ARCHIVED, DocumentStatus.ISSUED);
    var now = register.find("1-1-a").orElseThrow();
    assertThat(now.status()).isEqualTo(DocumentStatus.ISSUED);
    assertThat(now.sha256()).isEqualTo("bb");
    assertThat(now.url()).isNull();
  }

  @Test
  void aMessageCountsOnceAndIsAnsweredTheSame() {
    register.issued(document("1-1-a", "aa"));

    var first = register.tell("m-1", SENDER, told("1-1-a", ReportedStatus.RECEIVED));
    register.tell(
        "m-2", SENDER, new DocumentCallback("1-1-a", ReportedStatus.FAILED, null, "full"));
    var again = register.tell("m-1", SENDER, told("1-1-a", ReportedStatus.SIGNED));

    assertThat(first).isPresent();
    assertThat(again).isEqualTo(first);
    var now = register.find("1-1-a").orElseThrow();
    assertThat(now.status()).isEqualTo(DocumentStatus.FAILED);
    assertThat(now.reason()).isEqualTo("full");
    assertThat(now.url())
        .as("stays until another is told")
        .isEqualTo("https://archive.example/1-1-a");
    assertThat(statuses("1-1-a"))
        .containsExactly(DocumentStatus.ISSUED, DocumentStatus.RECEIVED, DocumentStatus.FAILED);
  }

  @Test
  void aMessageThatComesManyTimesAtOnceCountsOnce() throws Exception {
    register.issued(document("1-1-a", "aa"));
    var answers = new ArrayList<Future<Object>>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 12; i++) {
        Callable<Object> one =
            () -> register.tell("m-1", SENDER, told("1-1-a", ReportedStatus.RECEIVED));
        answers.add(threads.submit(one));
      }
    }

    for (var answer : answers) {
      assertThat(answer.get()).isEqualTo(answers.getFirst().get());
    }
    assertThat(statuses("1-1-a")).containsExactly(DocumentStatus.ISSUED, DocumentStatus.RECEIVED);
  }

  @Test
  void aSystemTellsOfItsOwnDocumentsOnly() {
    register.issued(document("1-1-a", "aa"));

    assertThat(register.tell("m-1", Set.of("other"), told("1-1-a", ReportedStatus.SIGNED)))
        .isEmpty();
    assertThat(register.tell("m-1", SENDER, told("1-1-b", ReportedStatus.SIGNED))).isEmpty();
    assertThat(register.tell("m-1", SENDER, told("1-1-a", ReportedStatus.SIGNED)))
        .as("a message that came to nothing may come again")
        .isPresent();
  }

  @Test
  void oldMessagesAreForgotten() {
    register.issued(document("1-1-a", "aa"));
    register.tell("m-1", SENDER, told("1-1-a", ReportedStatus.SIGNED));

    register.forgetMessages(Duration.ofDays(1));
    register.tell("m-1", SENDER, told("1-1-a", ReportedStatus.SIGNED));
    assertThat(statuses("1-1-a")).hasSize(2);

    register.forgetMessages(Duration.ZERO);
    register.tell("m-1", SENDER, told("1-1-a", ReportedStatus.SIGNED));
    assertThat(statuses("1-1-a")).hasSize(3);
  }

  @Test
  void pagesAreNewestFirstAndFiltered() {
    register.issued(document("1-1-a", "aa"));
    register.issued(document("1-2-b", "bb"));
    register.issued(document("1-3-c", "cc"));
    register.tell("m-1", SENDER, told("1-2-b", ReportedStatus.SIGNED));

    assertThat(page(ALL, "")).containsExactly("1-3-c", "1-2-b", "1-1-a");
    assertThat(page(ALL, "1-3-c")).containsExactly("1-2-b", "1-1-a");
    assertThat(page(new DocumentFilter(DocumentStatus.SIGNED, null, null, null), ""))
        .containsExactly("1-2-b");
    assertThat(page(new DocumentFilter(null, "archive", "letter", "r-1"), "")).hasSize(3);
    assertThat(page(new DocumentFilter(null, "other", null, null), "")).isEmpty();
  }
}
