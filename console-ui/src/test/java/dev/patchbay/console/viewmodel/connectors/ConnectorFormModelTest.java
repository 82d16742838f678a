package dev.patchbay.console.viewmodel.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.client.HubException;
import dev.patchbay.console.viewmodel.Desk;
import dev.patchbay.model.connector.ConnectorTypeView;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.plugin.SettingField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectorFormModelTest {
  private static final String SECRET = "serviceAccountKey";

  private final Desk desk = Desk.with(10);
  private final List<ConnectorView> saved = new ArrayList<>();
  private final List<ConnectorTypeView> types;

  ConnectorFormModelTest() throws HubException, InterruptedException {
    types = desk.session.client().connectorTypes().items();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private ConnectorFormModel edit(String name) {
    var known = Objects.requireNonNull(desk.hub.connectors.byName.get(name));
    return new ConnectorFormModel(desk.session, types, known, saved::add);
  }

  private void save(ConnectorFormModel form) {
    form.save();
    desk.tasks.settle();
  }

  private SettingField field(String name) {
    return types.getFirst().settings().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aSecretIsKnownToBeSetAndNeverShown() {
    var form = edit("city-sheets");
    assertThat(form.isSet(field(SECRET))).isTrue();
    assertThat(form.value(SECRET).get()).isEmpty();
    assertThat(form.value("account").get()).isEqualTo("hub@city.iam.gserviceaccount.com");
  }

  @Test
  void anUntouchedSecretIsNotSentSoTheHubKeepsIt() {
    var form = edit("city-sheets");
    form.value("writesPerMinute").set("40");
    save(form);
    assertThat(desk.hub.bodies.getLast())
        .contains("\"secrets\":{}", "\"writesPerMinute\":\"40\"")
        .doesNotContain(SECRET);
    assertThat(saved.getFirst().secretsSet()).containsExactly(SECRET);
  }

  @Test
  void aTypedSecretIsSentOnceAndForgottenHere() {
    var form = edit("city-sheets");
    form.value(SECRET).set("{\"private_key\":\"canary\"}");
    save(form);
    assertThat(desk.hub.bodies.getLast()).contains("canary");
    assertThat(form.value(SECRET).get()).isEmpty();
    assertThat(saved.toString()).doesNotContain("canary");
  }

  @Test
  void saysWhatIsMissingBeforeItAsksTheHub() {
    var form = new ConnectorFormModel(desk.session, types, saved::add);
    int calls = desk.hub.calls.size();
    save(form);
    assertThat(form.problem().get()).isEqualTo("Name is missing.");
    form.name().set("library");
    form.value("account").set("hub@library.example");
    save(form);
    assertThat(form.problem().get()).isEqualTo("Service account key is missing.");
    assertThat(desk.hub.calls).hasSize(calls);
  }

  @Test
  void aConnectorThatSomebodyChangedMeanwhileIsNotOverwritten() {
    var form = edit("city-sheets");
    var other = edit("city-sheets");
    other.value("writesPerMinute").set("50");
    save(other);
    form.value("writesPerMinute").set("40");
    save(form);
    assertThat(form.problem().get()).startsWith("Somebody changed this connector");
    assertThat(form.value("writesPerMinute").get()).isEqualTo("40");
    assertThat(Objects.requireNonNull(desk.hub.connectors.byName.get("city-sheets")).settings())
        .containsEntry("writesPerMinute", "50");
  }

  @Test
  void aRefusedFieldIsSaidAndWhatWasTypedStays() {
    var form = edit("city-sheets");
    form.value(SECRET).set("not json");
    desk.hub.refuseNext(400, "Invalid field", "The key is no JSON.");
    save(form);
    assertThat(form.problem().get()).isEqualTo("The key is no JSON.");
    assertThat(form.value(SECRET).get()).isEqualTo("not json");
    assertThat(form.busy().get()).isFalse();
  }
}
