package dev.patchbay.server.rig;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.testkit.Eventually;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client of the live stream, as the HTML standard describes one. */
public final class LiveListener implements AutoCloseable {
  private final HttpResponse<InputStream> answer;
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final List<String> comments = new CopyOnWriteArrayList<>();
  private final Thread reader;
  private volatile @Nullable IOException broken;

  /** One event. */
  public record Heard(@Nullable String id, String name, JsonNode data) {}

  private LiveListener(HttpResponse<InputStream> answer) {
    this.answer = answer;
    this.reader = Thread.ofVirtual().name("live-listener").start(this::read);
  }

  /** Connects, and returns once the server has answered. */
  public static LiveListener open(ApiCaller caller, @Nullable String lastEventId) {
    var request = caller.request("/events/stream").header("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    var answer = caller.call(request.GET(), BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      throw new AssertionError("no stream: " + answer);
    }
    var listener = new LiveListener(answer);
    Eventually.soon().isTrue("the stream begins", () -> !listener.comments.isEmpty());
    return listener;
  }

  /** Waits for an event of that name. */
  public Heard await(String name) {
    return await(name, _ -> true);
  }

  /** Waits for an event of that name whose data are these. */
  public Heard await(String name, Predicate<JsonNode> data) {
    return Eventually.soon()
        .get(
            name,
            () ->
                heard.stream()
                    .filter(event -> event.name().equals(name) && data.test(event.data()))
                    .findFirst());
  }

  /** All so far. */
  public List<Heard> events() {
    return List.copyOf(heard);
  }

  /** All that was sent so far. */
  public String text() {
    return heard.toString() + comments;
  }

  /** Waits until the server has ended the stream in order. */
  public void awaitEnd() {
    Eventually.soon().isTrue("the stream ends", () -> !reader.isAlive());
    var failure = broken;
    if (failure != null) {
      throw new AssertionError("the stream broke off", failure);
    }
  }

  @Override
  public void close() {
    try {
      answer.body().close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void read() {
    try (var lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      @Nullable String id = null;
      var name = "message";
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(":")) {
          comments.add(line);
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          heard.add(new Heard(id, name, Reply.JSON.readTree(line.substring(6))));
          id = null;
        }
      }
    } catch (IOException failure) {
      broken = failure;
    }
  }
}
