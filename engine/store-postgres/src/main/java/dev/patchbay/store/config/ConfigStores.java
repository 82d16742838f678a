package dev.patchbay.store.config;

import dev.patchbay.core.access.UserStore;
import dev.patchbay.core.config.ConfigSource;
import dev.patchbay.core.connector.ConnectorBacklog;
import dev.patchbay.core.connector.ConnectorStore;
import dev.patchbay.core.credential.CredentialStore;
import dev.patchbay.core.route.RouteStore;
import dev.patchbay.store.Database;
import java.time.InstantSource;

/** Everything about configuration in one database, wired. */
public final class ConfigStores implements AutoCloseable {
  private final ConfigTransactions transactions;
  private final ConnectorStore connectors;
  private final RouteStore routes;
  private final UserStore users;
  private final CredentialStore credentials;
  private final ConfigSource source;
  private final ConnectorBacklog backlog;

  public ConfigStores(Database database, InstantSource clock) {
    var data = database.dataSource();
    this.transactions = new ConfigTransactions(data, clock);
    this.connectors = new JpaConnectorStore(data, transactions);
    this.routes = new JpaRouteStore(data, transactions);
    this.users = new JpaUserStore(data, transactions);
    this.credentials = new JdbcCredentials(data);
    this.source = new JdbcConfigSource(data);
    this.backlog = new JdbcBacklog(data);
  }

  public ConnectorStore connectors() {
    return connectors;
  }

  public RouteStore routes() {
    return routes;
  }

  public UserStore users() {
    return users;
  }

  public CredentialStore credentials() {
    return credentials;
  }

  public ConfigSource source() {
    return source;
  }

  public ConnectorBacklog backlog() {
    return backlog;
  }

  @Override
  public void close() {
    transactions.close();
  }
}
