package dev.patchbay.store.delivery;

import dev.patchbay.core.delivery.queue.NodeRegistry;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import dev.patchbay.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Nodes as rows with a lease, each proved alive by a session lock besides. The lock (4242, node) is
 * taken on the registry's own connection before the node's row is inserted and held while the
 * process lives; the server frees it the moment a killed process's socket closes. A registered node
 * whose lock is free may therefore be treated as dead before its lease ends, which turns a wait of
 * a lease into one of a poll.
 *
 * <p>Stealing early is as safe as stealing late, because neither the lease nor the lock is what
 * keeps rows from being written twice. A node that only lost its connection still runs: whatever it
 * completes is refused by the fence, which the thief raised, and what it had already sent carries a
 * token that the thief settles at the far side before the lane does anything else. Lease and lock
 * only decide how soon somebody looks.
 *
 * <p>Thread-safe. One registry holds one node at a time; registering anew ends the former.
 */
public final class JdbcNodeRegistry implements NodeRegistry {
  private final Database database;
  private @Nullable Connection session;

  public JdbcNodeRegistry(Database database) {
    this.database = database;
  }

  @Override
  public synchronized long register(String name, Set<String> roles, Duration lease) {
    closeSession();
    try {
      var connection = openSession(lease);
      var node =
          Command.of("SELECT nextval('node_id') AS node")
              .list(connection, row -> row.getLong("node"))
              .getFirst();
      lock(connection, node);
      forgetTheLongDead(connection);
      insert(connection, node, name, roles, lease);
      return node;
    } catch (SQLException e) {
      closeSession();
      throw new StoreException(e);
    }
  }

  @Override
  public synchronized boolean heartbeat(long node, Duration lease) {
    try {
      var connection = session == null ? resume(node, lease) : session;
      return renew(connection, node, lease);
    } catch (SQLException _) {
      return heartbeatOnNewSession(node, lease);
    }
  }

  private boolean heartbeatOnNewSession(long node, Duration lease) {
    try {
      return renew(resume(node, lease), node, lease);
    } catch (SQLException e) {
      closeSession();
      throw new StoreException(e);
    }
  }

  @Override
  public synchronized void leave(long node) {
    database.run(
        connection -> Command.of("DELETE FROM node WHERE node_id = ?", node).update(connection));
    closeSession();
  }

  @Override
  public synchronized void close() {
    closeSession();
  }

  private static boolean renew(Connection connection, long node, Duration lease)
      throws SQLException {
    return Command.of(
                """
                UPDATE node SET expires_at = clock_timestamp() + ? * interval '1 millisecond'
                WHERE node_id = ? AND expires_at > clock_timestamp()
                """,
                lease.toMillis(),
                node)
            .update(connection)
        == 1;
  }

  /** If the server has not noticed the end of the old session yet, its lock still speaks for us. */
  private Connection resume(long node, Duration lease) throws SQLException {
    closeSession();
    var connection = openSession(lease);
    Command.of("SELECT pg_try_advisory_lock(4242, ?)", Math.toIntExact(node))
        .list(connection, _ -> true);
    return connection;
  }

  private Connection openSession(Duration lease) throws SQLException {
    var connection = database.dedicatedConnection();
    session = connection;
    connection.setNetworkTimeout(
        Runnable::run, Math.toIntExact(Math.max(1_000, lease.toMillis() / 2)));
    return connection;
  }

  private static void lock(Connection connection, long node) throws SQLException {
    Command.of("SELECT pg_advisory_lock(4242, ?)", Math.toIntExact(node))
        .list(connection, _ -> true);
  }

  private static void forgetTheLongDead(Connection connection) throws SQLException {
    Command.of("DELETE FROM node WHERE expires_at < clock_timestamp() - interval '1 day'")
        .update(connection);
  }

  private static void insert(
      Connection connection, long node, String name, Set<String> roles, Duration lease)
      throws SQLException {
    Command.of(
            """
            INSERT INTO node (node_id, name, roles, expires_at)
            VALUES (?, ?, ?, clock_timestamp() + ? * interval '1 millisecond')
            """,
            node,
            name,
            String.join(",", new TreeSet<>(roles)),
            lease.toMillis())
        .update(connection);
  }

  private void closeSession() {
    var old = session;
    session = null;
    if (old != null) {
      try {
        old.close();
      } catch (SQLException _) {
        // the server frees what the session held once it notices
      }
    }
  }
}
