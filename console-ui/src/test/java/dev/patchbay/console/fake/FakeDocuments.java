package dev.patchbay.console.fake;

import static dev.patchbay.model.document.DocumentStatus.ARCHIVED;
import static dev.patchbay.model.document.DocumentStatus.ISSUED;
import static dev.patchbay.model.document.DocumentStatus.PROCESSING;
import static dev.patchbay.model.document.DocumentStatus.RECEIVED;
import static dev.patchbay.model.document.DocumentStatus.REJECTED;
import static dev.patchbay.model.document.DocumentStatus.SIGNED;

import dev.patchbay.model.Page;
import dev.patchbay.model.document.DocumentDetail;
import dev.patchbay.model.document.DocumentStatus;
import dev.patchbay.model.document.DocumentStep;
import dev.patchbay.model.document.DocumentView;
import dev.patchbay.model.job.RecipientView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Documents that routes made, the newest first; each is of the delivery of its id. */
public final class FakeDocuments {
  private static final String ARCHIVE = "https://archive.example/documents/";

  /** All of them. */
  public final List<DocumentDetail> all = new ArrayList<>();

  private final Instant now;

  FakeDocuments(Instant now) {
    this.now = now;
    add(9, "letters", 2, null, ISSUED);
    add(8, "letters", 2, null, ISSUED, RECEIVED, PROCESSING);
    add(7, "letters", 2, null, ISSUED, RECEIVED, SIGNED, ARCHIVED);
    add(
        6,
        "letters",
        1,
        "The address of the reporter is missing, so nobody can be written to.",
        ISSUED,
        RECEIVED,
        REJECTED);
    add(5, "receipts", 1, null, ISSUED);
  }

  /** So many more, older than the others. */
  public void addOlder(int count) {
    IntStream.range(0, count).forEach(at -> add(1, "letters", 1, null, ISSUED));
  }

  private void add(
      int number, String connector, int version, @Nullable String reason, DocumentStatus... told) {
    boolean letter = connector.equals("letters");
    var steps = steps(number, reason, told);
    var last = steps.getLast();
    var id = "d-" + number;
    var view =
        new DocumentView(
            id,
            connector,
            letter ? "Confirmation" : "Receipt",
            version,
            "10100628421" + number,
            letter ? "application/pdf" : "application/msword",
            24_680,
            "00",
            letter ? "reports/letters/2026/11/10100628421" + number + "-" + id + ".pdf" : null,
            last.status(),
            last.url(),
            reason,
            made(number),
            last.at());
    all.add(new DocumentDetail(view, steps, letter ? List.of() : mailed(number)));
  }

  private static List<RecipientView> mailed(int number) {
    return List.of(
        new RecipientView("anna@example.org", RecipientView.State.ACCEPTED, null),
        new RecipientView(
            "box" + number + "@example.org",
            RecipientView.State.REFUSED,
            "The mail server answers: 550 no such mailbox."));
  }

  private Instant made(int number) {
    return now.minusSeconds(3_600L * (10 - number));
  }

  private List<DocumentStep> steps(int number, @Nullable String reason, DocumentStatus... told) {
    return IntStream.range(0, told.length)
        .mapToObj(
            at ->
                new DocumentStep(
                    told[at],
                    made(number).plusSeconds(340L * at),
                    told[at] == ARCHIVED ? ARCHIVE + number : null,
                    told[at] == REJECTED ? reason : null))
        .toList();
  }

  /** What a call is answered. */
  Object answer(FakeCall call) {
    if (call.length() == 1) {
      return page(call);
    }
    return all.stream()
        .filter(one -> one.document().id().equals(call.path(1)))
        .findFirst()
        .orElseThrow(
            () -> new FakeHub.Refusal(404, "Not found", "There is no '" + call.path(1) + "'."));
  }

  private Page<DocumentView> page(FakeCall call) {
    var found =
        all.stream().map(DocumentDetail::document).filter(one -> isAskedFor(call, one)).toList();
    var cursor = call.query("cursor");
    int from = cursor == null ? 0 : Integer.parseInt(cursor);
    int to = from + Integer.parseInt(Objects.requireNonNull(call.query("limit")));
    return to < found.size()
        ? new Page<>(found.subList(from, to), String.valueOf(to))
        : new Page<>(found.subList(from, found.size()), null);
  }

  private static boolean isAskedFor(FakeCall call, DocumentView document) {
    return is(call.query("status"), document.status().name())
        && is(call.query("connector"), document.connector())
        && is(call.query("template"), document.template())
        && is(call.query("key"), document.key());
  }

  private static boolean is(@Nullable String wanted, String value) {
    return wanted == null || wanted.equals(value);
  }
}
