package dev.patchbay.console.viewmodel.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.client.LiveEvent;
import dev.patchbay.console.viewmodel.Desk;
import dev.patchbay.console.viewmodel.connectors.ConnectorsModel.Pane;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.connector.ConnectorView;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectorsModelTest {
  private final Desk desk = Desk.with(10);
  private final ConnectorsModel model = new ConnectorsModel(desk.session, desk.notices::add);

  ConnectorsModelTest() {
    desk.tasks.settle();
  }

  @AfterEach
  void close() {
    model.close();
    desk.close();
  }

  private ConnectorView connector(String name) {
    return model.connectors().get().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void listsTheConnectorsWithTheirHealth() {
    assertThat(model.connectors().get())
        .extracting(ConnectorView::state)
        .containsExactly(
            ConnectorState.UP,
            ConnectorState.CREDENTIAL_REFUSED,
            ConnectorState.BREAKER_OPEN,
            ConnectorState.PAUSED);
  }

  @Test
  void pausesWhatRunsAndResumesWhatIsPaused() {
    model.turn(connector("city-sheets"));
    model.turn(connector("archive"));
    desk.tasks.settle();
    assertThat(List.of(connector("city-sheets").state(), connector("archive").state()))
        .containsExactly(ConnectorState.PAUSED, ConnectorState.UP);
    assertThat(desk.lastNotice()).isEqualTo("archive delivers again.");
  }

  @Test
  void aLiveChangeOfHealthIsShownAtOnce() {
    var broken = desk.hub.connectors.turn("city-sheets", ConnectorState.BREAKER_OPEN);
    desk.live(new LiveEvent.ConnectorChanged(broken));
    assertThat(connector("city-sheets")).isEqualTo(broken);
    assertThat(model.connectors().get()).hasSize(4);
  }

  @Test
  void aCheckTellsStepByStepWhatWorksAndWhatIsInTheWay() {
    model.check("partner-sheets");
    assertThat(model.pane().get()).isEqualTo(new Pane.Checking("partner-sheets"));
    desk.tasks.settle();
    var checked = (Pane.Checked) model.pane().get();
    assertThat(checked.result().ok()).isFalse();
    assertThat(checked.result().steps()).hasSize(3);
  }

  @Test
  void theCheckAskedForLastIsShown() {
    model.check("partner-sheets");
    model.check("city-sheets");
    desk.tasks.answerLast();
    desk.tasks.settle();
    assertThat(((Pane.Checked) model.pane().get()).connector()).isEqualTo("city-sheets");
  }

  @Test
  void aClosedPaneStaysClosedWhenTheCheckComesBack() {
    model.check("city-sheets");
    model.closePane();
    desk.tasks.settle();
    assertThat(model.pane().get()).isEqualTo(new Pane.Closed());
  }

  @Test
  void aRefusedSwitchSaysWhyAndChangesNothing() {
    desk.hub.refuseNext(403, "Forbidden", "Your role does not allow this.");
    model.turn(connector("city-sheets"));
    desk.tasks.settle();
    assertThat(desk.lastNotice()).isEqualTo("Your role does not allow this.");
    assertThat(connector("city-sheets").state()).isEqualTo(ConnectorState.UP);
  }

  @Test
  void makesEverythingThatWaitsDueNow() {
    model.trigger(connector("finance"));
    desk.tasks.settle();
    assertThat(desk.hub.calls).contains("POST /connectors/finance/trigger");
    assertThat(desk.lastNotice()).isEqualTo("Everything that waits for finance is due now.");
  }

  @Test
  void aSavedConnectorIsListedAndCheckedAtOnce() {
    model.create();
    var form = ((Pane.Editing) model.pane().get()).form();
    form.name().set("library");
    form.value("account").set("hub@library.example");
    form.value("serviceAccountKey").set("{}");
    form.save();
    desk.tasks.settle();
    assertThat(connector("library").secretsSet()).containsExactly("serviceAccountKey");
    assertThat(model.pane().get()).isInstanceOf(Pane.Checked.class);
  }
}
