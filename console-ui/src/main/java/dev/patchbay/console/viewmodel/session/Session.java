package dev.patchbay.console.viewmodel.session;

import static dev.patchbay.console.viewmodel.Texts.text;
import static dev.patchbay.console.viewmodel.Texts.word;

import dev.patchbay.console.client.EventStream;
import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubClient;
import dev.patchbay.console.client.LiveEvent;
import dev.patchbay.console.viewmodel.TaskRunner;
import dev.patchbay.console.viewmodel.UiTask;
import dev.patchbay.console.viewmodel.When;
import dev.patchbay.model.access.Caller;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.route.RouteDraft;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** A person logged in to one server: the client, the rights, the live feed. */
public final class Session implements AutoCloseable {
  private final HubClient client;
  private final KeptProfile profile;
  private final ReadOnlyObjectWrapper<Caller> caller;
  private final TaskRunner tasks;
  private final InstantSource clock;
  private final LiveFeed feed;
  private final EventStream stream;
  private final Map<String, RouteDraft> drafts = new HashMap<>();
  private final Map<String, UnsavedPolicy> policies = new HashMap<>();
  private final ReadOnlyBooleanWrapper loggedOut = new ReadOnlyBooleanWrapper();

  /** A session of a caller that the hub has recognised. */
  public Session(
      HubClient client, KeptProfile profile, Caller caller, TaskRunner tasks, InstantSource clock) {
    this.client = client;
    this.profile = profile;
    this.caller = new ReadOnlyObjectWrapper<>(caller);
    this.tasks = tasks;
    this.clock = clock;
    this.feed = new LiveFeed(tasks, clock);
    this.stream = client.events();
    feed.subscribe(this::happened);
    profile.now().subscribe(now -> client.readOnly(now.readOnly()));
  }

  /** The stream finds out first that a key is not accepted any more. */
  private void happened(LiveEvent event) {
    if (event instanceof LiveEvent.Disconnected(Failure.LoggedOut _)) {
      loggedOut.set(true);
    }
  }

  /** Begins to follow live events. */
  public void follow() {
    stream.start(feed::offer);
  }

  /** Calls of the API. */
  public HubClient client() {
    return client;
  }

  /** The server as the person knows it. */
  public Profile profile() {
    return profile.now().get();
  }

  /** The same, to follow and to change. */
  public KeptProfile keptProfile() {
    return profile;
  }

  /** Who is logged in; another key may change it. */
  public ReadOnlyObjectProperty<Caller> caller() {
    return caller.getReadOnlyProperty();
  }

  /** Live events. */
  public LiveFeed feed() {
    return feed;
  }

  /** Unpublished mappings by route, kept while their editor is closed. */
  public Map<String, RouteDraft> drafts() {
    return drafts;
  }

  /** Unsaved policies by dataset, kept while their editor is closed. */
  public Map<String, UnsavedPolicy> policies() {
    return policies;
  }

  /** Timers and the way to the user interface. */
  public TaskRunner tasks() {
    return tasks;
  }

  /** Now. */
  public Instant now() {
    return clock.instant();
  }

  /** Whether the key stopped being accepted; drafts stay, a new key continues. */
  public ReadOnlyBooleanProperty loggedOut() {
    return loggedOut.getReadOnlyProperty();
  }

  /** Whether this person may retry, cancel, pause and resume. */
  public boolean maySupport() {
    return role() == Role.ADMIN || role() == Role.SUPPORT;
  }

  /** Whether this person may change connectors and routes. */
  public boolean mayAdminister() {
    return role() == Role.ADMIN;
  }

  private Role role() {
    return caller.get().role();
  }

  /** Why changes are switched off, in words for a person; empty while they are not. */
  public ObservableValue<String> readOnlyReason() {
    return Bindings.createStringBinding(
        this::reason, loggedOut, feed.link(), profile.now(), caller);
  }

  private String reason() {
    var link = feed.link().get();
    if (loggedOut.get()) {
      return text("readOnly.loggedOut");
    }
    if (!link.writable()) {
      return text("readOnly.offline", When.clock(link.since()));
    }
    if (profile().readOnly()) {
      return text("readOnly.profile", profile().name());
    }
    return maySupport() ? "" : text("readOnly.role", word("role", role()));
  }

  /** Runs a call; a refused key is noted here as well. */
  public <T> UiTask run(
      TaskRunner.Work<T> work, Consumer<? super T> done, Consumer<Failure> failed) {
    return tasks.run(
        work,
        done,
        failure -> {
          if (failure instanceof Failure.LoggedOut) {
            loggedOut.set(true);
          }
          failed.accept(failure);
        });
  }

  /** Continues with another key after the old one was refused. */
  public void logInAgain(String key, Runnable done, Consumer<Failure> failed) {
    client.useKey(key);
    tasks.run(
        client::me,
        known -> {
          caller.set(known);
          loggedOut.set(false);
          done.run();
        },
        failed);
  }

  @Override
  public void close() {
    stream.close();
    client.close();
  }
}
