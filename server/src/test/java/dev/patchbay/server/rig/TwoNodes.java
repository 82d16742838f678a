package dev.patchbay.server.rig;

import dev.patchbay.model.job.RunLogLine;
import dev.patchbay.model.job.RunView;
import dev.patchbay.postgres.TestDatabase;
import dev.patchbay.server.demo.Ports;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Two server processes on one database; the one that works a run is found, and stands still. */
public final class TwoNodes implements AutoCloseable {
  private static final Duration LONG = Duration.ofMinutes(3);

  private final TestDatabase database = TestDatabase.create();
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Node> nodes;

  /** One of them. */
  private record Node(Victim process, ApiCaller admin) {}

  private TwoNodes(Path directory) throws IOException {
    this.nodes = List.of(node(directory, "one"), node(directory, "two"));
  }

  public static TwoNodes start(Path directory) throws IOException {
    return new TwoNodes(directory);
  }

  private Node node(Path directory, String name) throws IOException {
    var url =
        "%s?user=%s&password=%s"
            .formatted(database.jdbcUrl(), database.user(), database.password());
    var ports = Ports.free();
    var home = Files.createDirectories(directory.resolve(name));
    var process = Victim.node(home, directory, url, ports);
    var key = Files.readString(directory.resolve("admin.key")).strip();
    var api = URI.create("http://127.0.0.1:" + ports.api());
    return new Node(process, new ApiCaller(http, api, Optional.of(key), _ -> {}));
  }

  /** The API of the first, while nobody stands still. */
  public ApiCaller admin() {
    return nodes.getFirst().admin();
  }

  /** Fills the read model that was made. */
  public void fill(int requests) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.connectionProperties());
        var statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO request_view (generation, id, title, status, requested_at, day)
          SELECT 1, 'r-' || i, md5(i::text) || md5(i || 'x') || md5(i || 'y'), 'open', now(),
            current_date FROM generate_series(1, %d) i
          """
              .formatted(requests));
    }
  }

  /** Who works a run stands still until the other has ended it, and goes on then. */
  public Woken standStill(String run) {
    return standStill(run, _ -> {});
  }

  /** The same; the other does more before the first goes on. */
  public Woken standStill(String run, Consumer<ApiCaller> meanwhile) {
    var worker = worker(run);
    var other = nodes.get(1 - nodes.indexOf(worker));
    worker.process().freeze();
    try {
      demandUnderWay(other.admin().get("/runs/" + run).as(200, RunView.class));
      var ended =
          Eventually.within(LONG)
              .get(
                  "the end of the run",
                  () ->
                      Optional.of(other.admin().get("/runs/" + run).as(200, RunView.class))
                          .filter(it -> it.endedAt() != null));
      meanwhile.accept(other.admin());
      return new Woken(ended, worker.process());
    } finally {
      worker.process().thaw();
    }
  }

  private static void demandUnderWay(RunView run) {
    if (run.endedAt() != null) {
      throw new AssertionError("it had ended before its node stood still: " + run);
    }
  }

  /** The end of a run, and the node that had it before. */
  public record Woken(RunView run, Victim node) {
    /** Returns when the node has found out: by itself, or for the database dropped what it held. */
    public void awaitInsight() {
      Eventually.within(LONG).isTrue("it leaves the run", () -> leaves(node.output()));
    }

    private boolean leaves(String output) {
      return output
          .lines()
          .filter(line -> line.contains("job run " + run.id()))
          .anyMatch(line -> line.contains("another node") || line.contains(" is left; "));
    }
  }

  private Node worker(String run) {
    return Eventually.within(LONG)
        .get(
            "the node that works it",
            () -> {
              var log = admin().get("/runs/" + run + "/log").page(RunLogLine.class).items();
              return nodes.stream().filter(node -> began(log, node)).findFirst();
            });
  }

  private static boolean began(List<RunLogLine> log, Node node) {
    var words = "-" + node.process().pid() + ", try ";
    return log.stream().anyMatch(line -> line.text().contains(words));
  }

  @Override
  public void close() {
    nodes.forEach(node -> node.process().close());
    http.close();
  }
}
