package dev.patchbay.server.bench;

import dev.patchbay.postgres.EmbeddedPostgres;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.LongStream;

/**
 * What plain PostgreSQL could do: the same events and callers, but no HTTP, no checks, no delivery.
 * One writer gathers what waits and commits it as two {@code unnest} inserts, a key against repeats
 * and the event.
 */
final class RawFloor implements AutoCloseable {
  private static final String DATABASE = "floor";
  private static final int MOST = 1_000;

  private final Connection connection;
  private final KilobyteEvents events;
  private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final Thread writer;

  private record Waiting(long number, byte[] event, CompletableFuture<Boolean> stored) {}

  private RawFloor(Connection connection, KilobyteEvents events) {
    this.connection = connection;
    this.events = events;
    this.writer = Thread.ofPlatform().name("floor-writer").daemon().start(this::write);
  }

  /** On a database of its own beside the server's. */
  static RawFloor on(EmbeddedPostgres postgres, KilobyteEvents events) throws SQLException {
    var login = postgres.connectionProperties();
    try (var admin = DriverManager.getConnection(postgres.jdbcUrl(), login);
        var statement = admin.createStatement()) {
      statement.execute("CREATE DATABASE " + DATABASE);
    }
    var connection = DriverManager.getConnection(postgres.jdbcUrl(DATABASE), login);
    try (var statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE event_key (event_id text PRIMARY KEY, id uuid NOT NULL);
          CREATE TABLE event (id uuid PRIMARY KEY, payload bytea NOT NULL);
          """);
    }
    connection.setAutoCommit(false);
    return new RawFloor(connection, events);
  }

  /** Callers that wait until their event is committed. */
  Load load() {
    return new Callers(
        number -> {
          var waiting = new Waiting(number, events.event(number), new CompletableFuture<>());
          queue.add(waiting);
          waiting.stored().get();
        });
  }

  /**
   * Stores events in commits of a thousand, one after the other, and tells how many a second.
   * Nobody may call meanwhile.
   */
  double bulkPerSecond(int count) throws SQLException {
    long start = System.nanoTime();
    for (long first = 0; first < count; first += MOST) {
      commit(
          LongStream.range(first, Math.min(count, first + MOST))
              .mapToObj(n -> new Waiting(n, events.event(n), new CompletableFuture<>()))
              .toList());
    }
    return count / ((System.nanoTime() - start) / 1e9);
  }

  /** Forgets all events, so that their pages are not written while the server is measured. */
  void clear() throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("TRUNCATE event, event_key");
      connection.commit();
    }
  }

  @Override
  public void close() throws SQLException {
    writer.interrupt();
    connection.close();
  }

  private void write() {
    var batch = new ArrayList<Waiting>();
    try {
      while (true) {
        batch.clear();
        batch.add(queue.take());
        queue.drainTo(batch, MOST - 1);
        commit(batch);
        batch.forEach(waiting -> waiting.stored().complete(true));
      }
    } catch (SQLException failure) {
      batch.forEach(waiting -> waiting.stored().completeExceptionally(failure));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void commit(List<Waiting> batch) throws SQLException {
    var ids = batch.stream().map(waiting -> id(waiting.number())).toArray(UUID[]::new);
    var keys = batch.stream().map(waiting -> "floor-" + waiting.number()).toArray(String[]::new);
    var payloads = batch.stream().map(Waiting::event).toArray(byte[][]::new);
    insert("INSERT INTO event_key SELECT * FROM unnest(?, ?) ON CONFLICT DO NOTHING", keys, ids);
    insert("INSERT INTO event SELECT * FROM unnest(?, ?)", ids, payloads);
    connection.commit();
  }

  private void insert(String sql, Object[] first, Object[] second) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setArray(1, array(first));
      statement.setArray(2, array(second));
      statement.executeUpdate();
    }
  }

  private java.sql.Array array(Object[] values) throws SQLException {
    var type =
        switch (values) {
          case UUID[] _ -> "uuid";
          case String[] _ -> "text";
          default -> "bytea";
        };
    return connection.createArrayOf(type, values);
  }

  /** Ascending, as the ids of events are. */
  private static UUID id(long number) {
    var bytes = ByteBuffer.allocate(16).putLong(number).putLong(number * 0x9E3779B97F4A7C15L);
    bytes.flip();
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
