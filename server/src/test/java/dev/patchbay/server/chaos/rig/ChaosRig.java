package dev.patchbay.server.chaos.rig;

import dev.patchbay.server.chaos.load.Feeder;
import dev.patchbay.server.chaos.load.Ledger;
import dev.patchbay.server.chaos.service.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** Two nodes on one database that read from Kafka and Redis and post to a service, under load. */
public final class ChaosRig implements AutoCloseable {
  /** Keys of facts that Kafka brings begin with it. */
  public static final String OF_KAFKA = "k";

  /** Keys of facts that Redis brings begin with it. */
  public static final String OF_REDIS = "r";

  private final Deque<AutoCloseable> started;
  private final HubDatabase database;
  private final Brokers brokers;
  private final Service service;
  private final Node one;
  private final Node other;
  private final Ledger ledger = new Ledger();
  private final Feeder kafka;
  private final Feeder redis;

  private ChaosRig(Path directory, HubDatabase database, Deque<AutoCloseable> started)
      throws IOException {
    this.started = started;
    this.database = database;
    started.push(database);
    this.brokers = Brokers.start();
    started.push(brokers);
    this.service = Service.start(directory, Setup.AUTHORIZATION);
    started.push(service);
    this.one = Node.start("one", directory, database);
    started.push(one);
    Setup.create(one.hub(), service, brokers);
    this.other = Node.start("other", directory, database);
    started.push(other);
    this.kafka = Feeder.start(OF_KAFKA, brokers.kafkaOutlet(), ledger);
    this.redis = Feeder.start(OF_REDIS, brokers.redis().outlet(), ledger);
  }

  /**
   * Starts everything; facts flow from then on.
   *
   * @param directory where all of it leaves its files
   */
  public static ChaosRig start(Path directory, Function<Path, ? extends HubDatabase> database)
      throws IOException {
    var started = new ArrayDeque<AutoCloseable>();
    try {
      return new ChaosRig(directory, database.apply(directory.resolve("postgres")), started);
    } catch (IOException | RuntimeException | Error failure) {
      closeAll(started);
      throw failure;
    }
  }

  /** The last that was started first. */
  private static void closeAll(Deque<AutoCloseable> started) {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception broken) {
        throw new IllegalStateException("something that a test started does not end", broken);
      }
    }
  }

  public HubDatabase database() {
    return database;
  }

  /** A session of the test's own. */
  public Rows rows() throws SQLException {
    return new Rows(database.urlAt(database.port()));
  }

  public Brokers brokers() {
    return brokers;
  }

  public Service service() {
    return service;
  }

  public Node one() {
    return one;
  }

  public Node other() {
    return other;
  }

  /** Both. */
  public List<Node> nodes() {
    return List.of(one, other);
  }

  public Ledger ledger() {
    return ledger;
  }

  /** Who leaves facts at Kafka. */
  public Feeder kafka() {
    return kafka;
  }

  /** Who leaves facts at Redis. */
  public Feeder redis() {
    return redis;
  }

  /** Both. */
  public List<Feeder> feeders() {
    return List.of(kafka, redis);
  }

  @Override
  public void close() {
    feeders().forEach(Feeder::close);
    closeAll(started);
  }
}
