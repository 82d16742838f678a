package dev.patchbay.console.viewmodel.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.viewmodel.Desk;
import dev.patchbay.console.viewmodel.ListState;
import dev.patchbay.console.viewmodel.documents.DocumentsModel.Choices;
import dev.patchbay.console.viewmodel.documents.DocumentsModel.Pane;
import dev.patchbay.model.document.DocumentStatus;
import dev.patchbay.model.document.DocumentStep;
import dev.patchbay.model.document.DocumentView;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DocumentsModelTest {
  private final Desk desk = Desk.with(10);

  @AfterEach
  void close() {
    desk.close();
  }

  private DocumentsModel documents() {
    var model = new DocumentsModel(desk.session, desk.notices::add);
    desk.tasks.settle();
    return model;
  }

  private static List<String> ids(DocumentsModel model) {
    return model.documents().get().stream().map(DocumentView::id).toList();
  }

  @Test
  void documentsAreChosenByAllThatTheHubKnows() {
    desk.hub.connectors.addDocuments("letters");
    var model = documents();
    assertThat(ids(model)).containsExactly("d-9", "d-8", "d-7", "d-6", "d-5");
    assertThat(model.choices().get())
        .isEqualTo(new Choices(List.of("letters"), List.of("Confirmation", "Receipt")));
    model.filter().status().set(Optional.of(DocumentStatus.ISSUED));
    model.filter().template().set("Confirmation");
    model.filter().connector().set("letters");
    model.filter().key().set("101006284219");
    desk.tasks.settle();
    assertThat(ids(model)).containsExactly("d-9");
    model.filter().key().set("nobody");
    desk.tasks.settle();
    assertThat(model.state().get()).isEqualTo(new ListState.NoMatch());
    assertThat(model.filter().chosen().get()).isTrue();
    model.filter().clear();
    desk.tasks.settle();
    assertThat(ids(model)).hasSize(5);
    assertThat(model.filter().chosen().get()).isFalse();
  }

  @Test
  void aChoiceAsksForTheNewestAndForNothingElse() {
    var model = documents();
    model.open(model.documents().get().getFirst());
    desk.tasks.settle();
    desk.hub.calls.clear();
    model.filter().template().set("Confirmation");
    desk.tasks.settle();
    assertThat(desk.hub.calls).containsExactly("GET /documents?template=Confirmation&limit=50");
  }

  @Test
  void aKeyThatIsOnlyTypedChoosesNothingAndIsCleared() {
    var model = documents();
    model.filter().template().set("Confirmation");
    model.filter().typedKey().set(" 101006284219 ");
    desk.tasks.settle();
    assertThat(ids(model)).hasSize(4);
    model.filter().clear();
    assertThat(model.filter().typedKey().get()).isEmpty();

    model.filter().typedKey().set(" 101006284219 ");
    model.filter().enterKey();
    desk.tasks.settle();
    assertThat(ids(model)).containsExactly("d-9");
  }

  @Test
  void olderOnesOfAnotherChoiceAreNotAdded() {
    desk.hub.documents.addOlder(60);
    var model = documents();
    model.filter().template().set("Receipt");
    assertThat(model.more().get()).isFalse();
    model.fetchMore();
    desk.tasks.settle();
    assertThat(ids(model)).containsExactly("d-5");
  }

  @Test
  void olderOnesFollowPageByPage() {
    desk.hub.documents.addOlder(60);
    var model = documents();
    assertThat(ids(model)).hasSize(50);
    assertThat(model.more().get()).isTrue();
    model.fetchMore();
    desk.tasks.settle();
    assertThat(ids(model)).hasSize(65);
    assertThat(model.more().get()).isFalse();
  }

  @Test
  void whatBecameOfOneIsShownAndFetchedAgain() {
    var model = documents();
    model.open(model.documents().get().get(2));
    desk.tasks.settle();
    assertThat(((Pane.OfDocument) model.pane().get()).detail().history())
        .extracting(DocumentStep::status)
        .containsExactly(
            DocumentStatus.ISSUED,
            DocumentStatus.RECEIVED,
            DocumentStatus.SIGNED,
            DocumentStatus.ARCHIVED);
    desk.hub.documents.all.clear();
    model.reload();
    desk.tasks.settle();
    assertThat(model.pane().get()).isInstanceOf(Pane.Failed.class);
    assertThat(model.state().get()).isEqualTo(new ListState.NothingYet());
    model.closePane();
    assertThat(model.pane().get()).isEqualTo(new Pane.Closed());
  }
}
