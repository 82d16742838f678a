package dev.patchbay.console.viewmodel.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.fake.FakeHub;
import dev.patchbay.console.viewmodel.Desk;
import dev.patchbay.console.viewmodel.ManualTasks;
import dev.patchbay.console.viewmodel.session.Profile.Environment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectModelTest {
  @TempDir Path home;

  private final FakeHub hub = new FakeHub(10, Desk.NOW);
  private final ManualTasks tasks = new ManualTasks();
  private final List<Session> entered = new ArrayList<>();

  @AfterEach
  void close() {
    entered.forEach(Session::close);
    hub.close();
  }

  private ConnectModel door() {
    return new ConnectModel(
        new ProfileStore(home), tasks, InstantSource.fixed(Desk.NOW), entered::add);
  }

  private ConnectModel logIn(String server, String key) {
    var model = door();
    model.server().set(server);
    model.key().set(key);
    model.connect();
    tasks.settle();
    return model;
  }

  @Test
  void theRightKeyEntersAndTheServerIsRemembered() {
    var model = logIn(hub.uri() + "/", " " + FakeHub.KEY + "\n");
    assertThat(entered).hasSize(1);
    assertThat(entered.getFirst().caller().get().user()).isEqualTo("anna");
    assertThat(model.profiles())
        .containsExactly(
            new Profile(hub.uri().getAuthority(), hub.uri(), Environment.DEVELOPMENT, null));
  }

  @Test
  void aWrongKeySaysSo() {
    assertThat(logIn(hub.uri().toString(), "pb_wrong").problem().get())
        .isEqualTo("The server does not know this key. Check that it was copied whole.");
    assertThat(logIn(hub.uri().toString(), "pb_schlüssel").problem().get())
        .startsWith("The server does not know this key.");
    assertThat(entered).isEmpty();
  }

  @Test
  void anUnreachableServerSaysSoAndCanBeTriedAgain() {
    hub.stop();
    var model = logIn(hub.uri().toString(), FakeHub.KEY);
    assertThat(model.problem().get())
        .isEqualTo(hub.uri() + " does not answer: connection refused.");
    hub.startAgain();
    model.connect();
    tasks.settle();
    assertThat(entered).hasSize(1);
  }

  @Test
  void whatIsNoAddressOrNoKeyIsNotSent() {
    assertThat(logIn("ht tp://x", "k").problem().get()).startsWith("This is not an address");
    assertThat(logIn("ftp://x", "k").problem().get()).startsWith("This is not an address");
    assertThat(logIn(hub.uri().toString(), " ").problem().get()).isEqualTo("Enter an API key.");
    assertThat(hub.calls).isEmpty();
  }

  @Test
  void aSecondPressWhileBusyIsOneLogIn() {
    var model = door();
    model.server().set(hub.uri().toString());
    model.key().set(FakeHub.KEY);
    model.connect();
    model.connect();
    assertThat(tasks.waiting()).isEqualTo(1);
    tasks.settle();
  }

  @Test
  void theKeyIsKeptOnlyWhereAskedForAndOnlyItsOwnerCanReadTheFile() throws IOException {
    logIn(hub.uri().toString(), FakeHub.KEY);
    var file = home.resolve("profiles.json");
    assertThat(Files.readString(file)).doesNotContain(FakeHub.KEY);
    var model = door();
    model.key().set(FakeHub.KEY);
    model.keepKey().set(true);
    model.connect();
    tasks.settle();
    assertThat(Files.readString(file)).contains(FakeHub.KEY);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(door().key().get()).isEqualTo(FakeHub.KEY);
  }

  @Test
  void aServerEnteredReadOnlyIsSoTheNextTime() {
    var model = door();
    model.server().set(hub.uri().toString());
    model.key().set(FakeHub.KEY);
    model.readOnly().set(true);
    model.connect();
    tasks.settle();
    assertThat(entered.getFirst().profile().readOnly()).isTrue();
    assertThat(door().readOnly().get()).isTrue();
  }

  @Test
  void whatWasMadeReadOnlyMeanwhileStaysSoAtTheDoor() {
    var model = logIn(hub.uri().toString(), FakeHub.KEY);
    entered.getFirst().keptProfile().change(profile -> profile.withReadOnly(true));
    assertThat(model.readOnly().get()).isTrue();
    assertThat(model.profiles()).containsExactly(entered.getFirst().profile());
  }

  @Test
  void aReadOnlyServerStaysSoWhenItsAddressIsTyped() {
    logIn(hub.uri().toString(), FakeHub.KEY);
    entered.getFirst().keptProfile().change(profile -> profile.withReadOnly(true));
    var model = door();
    model.server().set("http://elsewhere:1");
    model.readOnly().set(false);
    model.server().set(hub.uri() + "/");
    assertThat(model.readOnly().get()).isTrue();
  }

  @Test
  void aServerKeepsItsViewsWhenItIsEnteredAgain() {
    logIn(hub.uri().toString(), FakeHub.KEY);
    var views = List.of(new SavedView("Dead today", "status:dead since:1d"));
    entered.getFirst().keptProfile().change(profile -> profile.withViews(views));
    logIn(hub.uri().toString(), FakeHub.KEY);
    assertThat(entered.getLast().profile().views()).isEqualTo(views);
  }

  @Test
  void aServerRememberedBeforeThereWereViewsIsStillKnown() throws IOException {
    var file = home.resolve("profiles.json");
    var server = "{'name':'City','server':'http://h:1','environment':'TEST','key':'k'}";
    Files.writeString(file, "[" + server.replace((char) 39, '"') + "]");
    assertThat(door().profiles())
        .containsExactly(new Profile("City", URI.create("http://h:1"), Environment.TEST, "k"));
  }

  @Test
  void noProfileTellsItsKeyInWords() {
    var profile = new Profile("City", hub.uri(), Environment.PRODUCTION, FakeHub.KEY);
    assertThat(profile.toString()).doesNotContain(FakeHub.KEY);
  }

  @Test
  void aForgottenServerIsGone() {
    var model = logIn(hub.uri().toString(), FakeHub.KEY);
    model.forget(model.profiles().getFirst());
    assertThat(door().profiles()).isEmpty();
  }

  @Test
  void aDamagedFileIsTreatedAsNone() throws IOException {
    Files.writeString(home.resolve("profiles.json"), "[{");
    assertThat(door().profiles()).isEmpty();
  }

  @Test
  void settingsLieWhereTheSystemKeepsThem() {
    assertThat(
            List.of(
                ProfileStore.userDirectory(Map.of(), "/home/anna"),
                ProfileStore.userDirectory(Map.of("XDG_CONFIG_HOME", "/cfg"), "/home/anna"),
                ProfileStore.userDirectory(Map.of("APPDATA", "/roaming"), "/home/anna")))
        .containsExactly(
            Path.of("/home/anna/.config/patchbay"),
            Path.of("/cfg/patchbay"),
            Path.of("/roaming/Patchbay"));
  }
}
