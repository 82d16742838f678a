package dev.patchbay.server.bench.sink;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.server.bench.Workspace;
import dev.patchbay.server.child.ChildProcess;
import dev.patchbay.server.child.Launch;
import dev.patchbay.server.client.JsonApi;
import dev.patchbay.server.http.ServerJson;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The sink in a process of its own. */
final class SinkChild implements AutoCloseable {
  /** Else the JDK's server holds short answers back for 40 ms. */
  private static final List<String> AT_ONCE = List.of("-Dsun.net.httpserver.nodelay=true");

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final ChildProcess process;
  private final JsonApi api;

  private SinkChild(ChildProcess process) {
    this.process = process;
    this.api = new JsonApi(process.uri(), "");
  }

  /** Starts it; every answer takes this long. */
  static SinkChild start(Workspace workspace, Duration delay) {
    var command = Launch.commandWith(AT_ONCE, "sink", "--delay=" + delay.toMillis());
    return new SinkChild(ChildProcess.start(command, Map.of(), workspace.resolve("sink.log")));
  }

  URI uri() {
    return process.uri();
  }

  /** What came at a path since it was last asked. */
  Arrivals.Told told(String path) {
    JsonNode answer = api.get("/_told?" + path).orFail();
    return ServerJson.MAPPER.convertValue(answer, Arrivals.Told.class);
  }

  /** Returns once so many rows came at a path. */
  void await(String path, long rows) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (rows(path) < rows) {
      if (System.nanoTime() - until > 0) {
        throw new IllegalStateException(
            "only %d of %d rows came at %s".formatted(rows(path), rows, path));
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  /** Lets a path fail, or work again. */
  void down(String path, boolean isDown) {
    var order = "/_down?" + path;
    (isDown ? api.post(order, Map.of()) : api.delete(order)).orFail();
  }

  @Override
  public void close() {
    api.close();
    process.close();
  }

  private long rows(String path) {
    return api.get("/_rows?" + path).orFail().path("rows").asLong();
  }
}
