package dev.patchbay.console.viewmodel.session;

import dev.patchbay.console.client.LiveEvent;
import dev.patchbay.console.client.LiveEvent.Connected;
import dev.patchbay.console.client.LiveEvent.Disconnected;
import dev.patchbay.console.viewmodel.TaskRunner;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/**
 * Brings live events to the user interface in small portions: at most {@value #PORTION} a pulse, so
 * a flood never freezes it.
 */
public final class LiveFeed {
  static final int PORTION = 200;

  private final TaskRunner tasks;
  private final InstantSource clock;
  private final Queue<LiveEvent> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private final List<Consumer<LiveEvent>> listeners = new ArrayList<>();
  private final ReadOnlyObjectWrapper<Link> link;

  /** A feed that is not connected yet. */
  public LiveFeed(TaskRunner tasks, InstantSource clock) {
    this.tasks = tasks;
    this.clock = clock;
    this.link = new ReadOnlyObjectWrapper<>(new Link(Link.State.CONNECTING, clock.instant()));
  }

  /** Whether live events arrive. */
  public ReadOnlyObjectProperty<Link> link() {
    return link.getReadOnlyProperty();
  }

  /** Calls the listener with every event, on the user interface. */
  public Subscription subscribe(Consumer<LiveEvent> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Takes an event from any thread. */
  public void offer(LiveEvent event) {
    waiting.add(event);
    schedule();
  }

  private void schedule() {
    if (scheduled.compareAndSet(false, true)) {
      tasks.later(this::drain);
    }
  }

  private void drain() {
    scheduled.set(false);
    for (int i = 0; i < PORTION; i++) {
      var event = waiting.poll();
      if (event == null) {
        return;
      }
      deliver(event);
    }
    schedule();
  }

  private void deliver(LiveEvent event) {
    switch (event) {
      case Connected() -> link.set(new Link(Link.State.LIVE, clock.instant()));
      case Disconnected _ -> lost();
      default -> {} // content is for the listeners
    }
    List.copyOf(listeners).forEach(listener -> listener.accept(event));
  }

  private void lost() {
    if (link.get().state() != Link.State.OFFLINE) {
      link.set(new Link(Link.State.OFFLINE, clock.instant()));
    }
  }
}
