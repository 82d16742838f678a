package dev.patchbay.store.config;

import dev.patchbay.core.access.UserStore;
import dev.patchbay.core.config.ConfigSource;
import dev.patchbay.core.connector.ConnectorBacklog;
import dev.patchbay.core.contract.ContractStore;
import dev.patchbay.core.credential.CredentialStore;
import dev.patchbay.core.plugin.InstanceStore;
import dev.patchbay.core.route.RouteStore;
import dev.patchbay.store.Database;
import java.time.InstantSource;

/** Everything about configuration in one database, wired. */
public final class ConfigStores implements AutoCloseable {
  private final ConfigTransactions transactions;
  private final InstanceStore connectors;
  private final ContractStore contracts;
  private final RouteStore routes;
  private final UserStore users;
  private final InstanceStore intakes;
  private final CredentialStore credentials;
  private final CredentialStore intakeCredentials;
  private final InstanceStore services;
  private final CredentialStore serviceCredentials;
  private final ConfigSource source;
  private final ConnectorBacklog backlog;

  public ConfigStores(Database database, InstantSource clock) {
    var data = database.dataSource();
    this.transactions = new ConfigTransactions(data, clock);
    this.connectors = new JpaInstanceStore<>(data, transactions, InstanceKind.CONNECTOR);
    this.intakes = new JpaInstanceStore<>(data, transactions, InstanceKind.INTAKE);
    this.contracts = new JpaContractStore(data, transactions);
    this.routes = new JpaRouteStore(data, transactions);
    this.users = new JpaUserStore(data, transactions);
    this.credentials = new JdbcCredentials(data, JdbcCredentials.OF_CONNECTORS);
    this.intakeCredentials = new JdbcCredentials(data, JdbcCredentials.OF_INTAKES);
    this.services = new JpaInstanceStore<>(data, transactions, InstanceKind.SERVICE);
    this.serviceCredentials = new JdbcCredentials(data, JdbcCredentials.OF_SERVICES);
    this.source = new JdbcConfigSource(data);
    this.backlog = new JdbcBacklog(data);
  }

  public InstanceStore connectors() {
    return connectors;
  }

  public InstanceStore intakes() {
    return intakes;
  }

  public ContractStore contracts() {
    return contracts;
  }

  public RouteStore routes() {
    return routes;
  }

  public UserStore users() {
    return users;
  }

  /** Of connectors. */
  public CredentialStore credentials() {
    return credentials;
  }

  public CredentialStore intakeCredentials() {
    return intakeCredentials;
  }

  public InstanceStore services() {
    return services;
  }

  public CredentialStore serviceCredentials() {
    return serviceCredentials;
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
