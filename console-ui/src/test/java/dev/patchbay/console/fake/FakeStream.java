package dev.patchbay.console.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Server-sent events that remember everything and resume after an id. */
public final class FakeStream {
  private static final String END = "";

  /** {@code Last-Event-ID} of each connection so far, "none" where absent. */
  public final List<String> resumedFrom = new CopyOnWriteArrayList<>();

  private final ObjectMapper json;
  private final List<String> history = new ArrayList<>();
  private final List<BlockingQueue<String>> listeners = new ArrayList<>();

  FakeStream(ObjectMapper json) {
    this.json = json;
  }

  /** Sends an event to everybody. */
  public synchronized void send(String name, Object data) {
    var message =
        "id: " + (history.size() + 1) + "\nevent: " + name + "\ndata: " + write(data) + "\n\n";
    history.add(message);
    listeners.forEach(listener -> listener.add(message));
  }

  private String write(Object data) {
    try {
      return json.writeValueAsString(data);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException(unwritable);
    }
  }

  /** How many follow. */
  public synchronized int followers() {
    return listeners.size();
  }

  /** Ends all connections. */
  public synchronized void breakAll() {
    listeners.forEach(listener -> listener.add(END));
    listeners.clear();
  }

  void serve(HttpExchange exchange) throws IOException {
    var queue = join(exchange.getRequestHeaders().getFirst("Last-Event-ID"));
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    var out = exchange.getResponseBody();
    out.write(": welcome\n\n".getBytes(UTF_8));
    out.flush();
    try {
      for (var message = queue.take(); !message.equals(END); message = queue.take()) {
        out.write(message.getBytes(UTF_8));
        out.flush();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized BlockingQueue<String> join(@Nullable String lastId) {
    resumedFrom.add(lastId == null ? "none" : lastId);
    var queue = new LinkedBlockingQueue<String>();
    int from = lastId == null ? history.size() : Integer.parseInt(lastId);
    queue.addAll(history.subList(from, history.size()));
    listeners.add(queue);
    return queue;
  }
}
