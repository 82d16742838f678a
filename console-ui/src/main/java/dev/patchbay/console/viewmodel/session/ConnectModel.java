package dev.patchbay.console.viewmodel.session;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubClient;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.TaskRunner;
import dev.patchbay.console.viewmodel.session.Profile.Environment;
import dev.patchbay.model.access.Caller;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Choosing a server and logging in with an API key. */
public final class ConnectModel {
  private final ProfileStore store;
  private final TaskRunner tasks;
  private final InstantSource clock;
  private final Consumer<Session> entered;
  private final ObservableList<Profile> profiles = FXCollections.observableArrayList();
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty server = new SimpleStringProperty("http://127.0.0.1:8080");
  private final StringProperty key = new SimpleStringProperty("");
  private final ObjectProperty<Environment> environment =
      new SimpleObjectProperty<>(Environment.DEVELOPMENT);
  private final BooleanProperty keepKey = new SimpleBooleanProperty();
  private final BooleanProperty readOnly = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /** Calls {@code entered} with the session once the hub has recognised the key. */
  public ConnectModel(
      ProfileStore store, TaskRunner tasks, InstantSource clock, Consumer<Session> entered) {
    this.store = store;
    this.tasks = tasks;
    this.clock = clock;
    this.entered = entered;
    profiles.setAll(store.load());
    if (!profiles.isEmpty()) {
      choose(profiles.getFirst());
    }
    server.subscribe(typed -> address(typed).flatMap(this::known).ifPresent(this::keepReadOnly));
  }

  /** Remembered servers, last used first. */
  public ObservableList<Profile> profiles() {
    return profiles;
  }

  /** What the person calls the server. */
  public StringProperty name() {
    return name;
  }

  /** Its address. */
  public StringProperty server() {
    return server;
  }

  /** The API key. */
  public StringProperty key() {
    return key;
  }

  /** What the server is for. */
  public ObjectProperty<Environment> environment() {
    return environment;
  }

  /** Whether the key is written to this computer. */
  public BooleanProperty keepKey() {
    return keepKey;
  }

  /** Whether nothing is to be changed at this server. */
  public BooleanProperty readOnly() {
    return readOnly;
  }

  /** Whether the log-in is under way. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Why it did not work, empty if nothing went wrong. */
  public ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /** Says what went wrong before the log-in. */
  public void complain(String words) {
    problem.set(words);
  }

  /** Fills the form from a remembered server. */
  public void choose(Profile profile) {
    var kept = profile.key();
    name.set(profile.name());
    server.set(profile.server().toString());
    environment.set(profile.environment());
    key.set(kept == null ? "" : kept);
    keepKey.set(kept != null);
    readOnly.set(profile.readOnly());
    problem.set("");
  }

  /** Forgets a remembered server. */
  public void forget(Profile profile) {
    try {
      store.forget(profile);
    } catch (IOException unwritable) {
      problem.set(text("connect.cannotWrite"));
    }
    profiles.setAll(store.load());
  }

  /** Logs in. */
  public void connect() {
    var address = address(server.get());
    if (address.isEmpty()) {
      problem.set(text("connect.badAddress"));
    } else if (key.get().isBlank()) {
      problem.set(text("connect.noKey"));
    } else if (!busy.get()) {
      connect(address.get());
    }
  }

  private void connect(URI address) {
    busy.set(true);
    problem.set("");
    var client = new HubClient(address, key.get().strip());
    tasks.run(client::me, caller -> enter(client, caller), failure -> refused(client, failure));
  }

  private void enter(HubClient client, Caller caller) {
    busy.set(false);
    var title = name.get().isBlank() ? client.server().getAuthority() : name.get().strip();
    var kept = keepKey.get() ? key.get().strip() : null;
    var profile =
        new Profile(
            title,
            client.server(),
            environment.get(),
            kept,
            readOnly.get(),
            known(client.server()).map(Profile::views).orElse(List.of()));
    remember(profile);
    key.set(kept == null ? "" : kept);
    var remembered = new KeptProfile(store, profile);
    remembered.now().subscribe(this::know);
    entered.accept(new Session(client, remembered, caller, tasks, clock));
  }

  /** What was changed while logged in holds at the door too. */
  private void know(Profile profile) {
    readOnly.set(profile.readOnly());
    profiles.setAll(store.load());
  }

  private Optional<Profile> known(URI address) {
    return store.load().stream().filter(one -> one.server().equals(address)).findFirst();
  }

  /** A server that was made read-only is so by whatever way it is entered. */
  private void keepReadOnly(Profile known) {
    readOnly.set(known.readOnly());
  }

  private void remember(Profile profile) {
    try {
      store.remember(profile);
    } catch (IOException unwritable) {
      problem.set(text("connect.cannotWrite"));
    }
  }

  private void refused(HubClient client, Failure failure) {
    busy.set(false);
    client.close();
    problem.set(
        failure instanceof Failure.LoggedOut(var refusal) && refusal.status() == 401
            ? text("connect.wrongKey")
            : Notice.sentence(failure));
  }

  private static Optional<URI> address(String typed) {
    var text = typed.strip().replaceAll("/+$", "");
    try {
      var uri = new URI(text.contains("://") ? text : "http://" + text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }
}
