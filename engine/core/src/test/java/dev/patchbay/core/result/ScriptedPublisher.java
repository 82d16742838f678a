package dev.patchbay.core.result;

import dev.patchbay.spi.Cause;
import dev.patchbay.spi.publish.EventPublisher;
import dev.patchbay.spi.publish.OutgoingEvent;
import dev.patchbay.spi.publish.Published;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A broker that is told what to answer, and keeps what it took. */
final class ScriptedPublisher implements EventPublisher {
  private final List<String> sent = new ArrayList<>();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private boolean away;
  private boolean silent;
  private int calls;

  @Override
  public Published publish(List<OutgoingEvent> events) {
    if (isSilent()) {
      closed.join();
    }
    return answer(events);
  }

  @Override
  public void close() {
    closed.complete(null);
  }

  synchronized void goAway() {
    away = true;
  }

  synchronized void comeBack() {
    away = false;
  }

  /** Answers nothing until it is closed. */
  synchronized void fallSilent() {
    silent = true;
  }

  synchronized List<String> sent() {
    return List.copyOf(sent);
  }

  synchronized int calls() {
    return calls;
  }

  private synchronized boolean isSilent() {
    calls++;
    return silent;
  }

  private synchronized Published answer(List<OutgoingEvent> events) {
    if (away || silent) {
      return new Published.NotDone(
          new Cause("not-published", "The broker is away."), Duration.ZERO);
    }
    events.forEach(event -> sent.add(event.key()));
    return new Published.Done();
  }
}
