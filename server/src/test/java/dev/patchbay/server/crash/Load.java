package dev.patchbay.server.crash;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.model.event.EventReceipts;
import dev.patchbay.server.client.Answer;
import dev.patchbay.server.client.HubClient;
import dev.patchbay.server.demo.DemoSheet.Cell;
import dev.patchbay.server.demo.Pause;
import dev.patchbay.server.http.ServerJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A core service that tells of changes without pause, sends again what got no answer, and knows
 * what has to stand in the sheet: for each column the value of the last version that set it.
 */
final class Load {
  /** Columns besides the key; each event sets some of them. */
  static final List<String> COLUMNS = List.of("title", "status", "description");

  private static final int KEYS = 60;
  private static final int MOST_AT_ONCE = 25;
  private static final Duration BETWEEN_POSTS = Duration.ofMillis(25);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(60);

  private final String name;
  private final HubClient hub;
  private final RandomGenerator chance;
  private final Supplier<Consumer<EventReceipts>> unanswered;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;
  private final TreeMap<String, TreeMap<String, String>> rows = new TreeMap<>();
  private long version;

  /**
   * A load that does nothing yet.
   *
   * @param unanswered asked when an answer is missing: who is told the receipts in the end
   */
  Load(String name, HubClient hub, Supplier<Consumer<EventReceipts>> unanswered) {
    this.name = name;
    this.hub = hub;
    this.chance = new SplittableRandom(name.hashCode());
    this.unanswered = unanswered;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Returns when the last event is confirmed. */
  void finish() throws InterruptedException {
    stopped.countDown();
    thread.join();
  }

  long events() {
    return version;
  }

  /** The rows that the sheet must hold, key first, once the load is finished. */
  List<List<Cell>> rows() {
    var all = new ArrayList<List<Cell>>();
    rows.forEach(
        (key, cells) -> {
          var row = new ArrayList<Cell>();
          row.add(Cell.text(key));
          COLUMNS.forEach(column -> row.add(Cell.text(cells.getOrDefault(column, ""))));
          all.add(row);
        });
    return all;
  }

  private void run() {
    while (stopped.getCount() > 0) {
      var facts = new ArrayList<ObjectNode>();
      for (int i = chance.nextInt(1, MOST_AT_ONCE); i > 0; i--) {
        facts.add(fact());
      }
      confirm(ServerJson.bytes(facts));
      Pause.of(BETWEEN_POSTS);
    }
  }

  private void confirm(byte[] batch) {
    var told = new HashSet<Consumer<EventReceipts>>();
    while (true) {
      if (hub.postEvents(batch) instanceof Answer.Done<EventReceipts>(var receipts)) {
        told.forEach(stage -> stage.accept(receipts));
        return;
      }
      told.add(unanswered.get());
      Pause.of(BETWEEN_TRIES);
    }
  }

  private ObjectNode fact() {
    version++;
    var key = name + "-" + chance.nextInt(KEYS);
    var fact = JsonNodeFactory.instance.objectNode();
    fact.put("specversion", "1.0").put("id", name + "-" + version).put("source", "/crash-test");
    fact.put("type", "request.updated").put("subject", key);
    var data = fact.putObject("data").put("id", key).put("version", version);
    var row = rows.computeIfAbsent(key, _ -> new TreeMap<>());
    for (var column : COLUMNS) {
      if (chance.nextBoolean()) {
        var text = column + " " + version;
        data.put(column, text);
        row.put(column, text);
      }
    }
    return fact;
  }
}
