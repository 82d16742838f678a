package dev.patchbay.console.viewmodel;

import dev.patchbay.console.client.EventStream;
import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubClient;
import dev.patchbay.model.access.Caller;
import dev.patchbay.model.access.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** A person logged in to one server: the client, the rights, the live feed. */
public final class Session implements AutoCloseable {
  private final HubClient client;
  private final Profile profile;
  private final Caller caller;
  private final TaskRunner tasks;
  private final InstantSource clock;
  private final LiveFeed feed;
  private final EventStream stream;
  private final ReadOnlyBooleanWrapper loggedOut = new ReadOnlyBooleanWrapper();

  /** A session of a caller that the hub has recognised. */
  public Session(
      HubClient client, Profile profile, Caller caller, TaskRunner tasks, InstantSource clock) {
    this.client = client;
    this.profile = profile;
    this.caller = caller;
    this.tasks = tasks;
    this.clock = clock;
    this.feed = new LiveFeed(tasks, clock);
    this.stream = client.events();
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
    return profile;
  }

  /** Who is logged in. */
  public Caller caller() {
    return caller;
  }

  /** Live events. */
  public LiveFeed feed() {
    return feed;
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
    return caller.role() == Role.ADMIN || caller.role() == Role.SUPPORT;
  }

  /** Whether this person may change connectors and routes. */
  public boolean mayAdminister() {
    return caller.role() == Role.ADMIN;
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
        _ -> {
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
