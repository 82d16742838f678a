package dev.patchbay.store.config;

import dev.patchbay.core.config.Saved;
import dev.patchbay.core.connector.ConnectorStore;
import dev.patchbay.core.connector.StoredConnector;
import dev.patchbay.core.credential.SealedSecret;
import dev.patchbay.store.config.ConfigTransactions.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.hibernate.Session;

/** Connectors and their credentials. */
final class JpaConnectorStore implements ConnectorStore {
  private final DataSource database;
  private final ConfigTransactions transactions;

  JpaConnectorStore(DataSource database, ConfigTransactions transactions) {
    this.database = database;
    this.transactions = transactions;
  }

  @Override
  public List<StoredConnector> all() {
    return Rows.list(database, ConfigSql.CONNECTORS + " ORDER BY c.name", ConfigSql::connector);
  }

  @Override
  public Optional<StoredConnector> find(String name) {
    return Rows.one(
        database, ConfigSql.CONNECTORS + " WHERE c.name = ?", ConfigSql::connector, name);
  }

  @Override
  public Saved<StoredConnector> create(Change change) {
    return transactions.change(
        change.who(),
        step -> {
          if (step.session().find(ConnectorEntity.class, change.name()) != null) {
            return new Saved.Taken<>();
          }
          var entity = new ConnectorEntity(change.name());
          apply(change, entity);
          step.session().persist(entity);
          step.session().flush();
          return finish(step, "connector.created", Map.of(), entity, change.secrets());
        });
  }

  @Override
  public Saved<StoredConnector> update(Change change, long expected) {
    return transactions.change(
        change.who(),
        step -> {
          var entity = step.session().find(ConnectorEntity.class, change.name());
          if (entity == null) {
            return new Saved.Missing<>();
          }
          if (entity.version != expected) {
            return new Saved.Stale<>(entity.version);
          }
          var before = plain(entity);
          apply(change, entity);
          return finish(step, "connector.changed", before, entity, change.secrets());
        });
  }

  @Override
  public Saved<StoredConnector> delete(String name, long expected, String who) {
    return transactions.change(
        who,
        step -> {
          var entity = step.session().find(ConnectorEntity.class, name);
          if (entity == null) {
            return new Saved.Missing<>();
          }
          if (entity.version != expected) {
            return new Saved.Stale<>(entity.version);
          }
          var users = routesThrough(step.session(), name);
          if (!users.isEmpty()) {
            return new Saved.Refused<>("routes write through it: " + String.join(", ", users));
          }
          var last = stored(entity, List.of());
          step.session().remove(entity);
          step.audit("connector.deleted", name, plain(entity), Map.of());
          return new Saved.Done<>(last);
        });
  }

  private static Saved<StoredConnector> finish(
      Step step, String what, Object before, ConnectorEntity entity, List<SealedSecret> secrets) {
    secrets.forEach(secret -> replace(step.session(), entity, secret));
    var names = secretNames(step.session(), entity.name);
    var changed = new TreeSet<>(secrets.stream().map(SealedSecret::name).toList());
    step.audit(what, entity.name, before, new Audited(plain(entity), changed));
    return new Saved.Done<>(stored(entity, names));
  }

  private static void apply(Change change, ConnectorEntity entity) {
    entity.type = change.type();
    entity.settings = Json.text(change.settings());
    entity.enabled = change.enabled();
    entity.version++;
  }

  private static void replace(Session session, ConnectorEntity connector, SealedSecret secret) {
    session
        .createMutationQuery("delete CredentialEntity where connector = ?1 and name = ?2")
        .setParameter(1, connector.name)
        .setParameter(2, secret.name())
        .executeUpdate();
    session.persist(
        new CredentialEntity(
            secret.id(), connector.name, secret.name(), secret.ciphertext(), connector.version));
    session.flush();
  }

  private static List<String> secretNames(Session session, String connector) {
    return session
        .createQuery(
            "select name from CredentialEntity where connector = ?1 order by name", String.class)
        .setParameter(1, connector)
        .list();
  }

  private static List<String> routesThrough(Session session, String connector) {
    return session
        .createQuery(
            "select name from RouteEntity where connector = ?1 and not deleted order by name",
            String.class)
        .setParameter(1, connector)
        .list();
  }

  private static StoredConnector stored(ConnectorEntity entity, List<String> secrets) {
    return new StoredConnector(
        entity.name,
        entity.type,
        Json.settings(entity.settings),
        secrets,
        entity.enabled,
        entity.version);
  }

  private static Plain plain(ConnectorEntity entity) {
    return new Plain(entity.type, Json.settings(entity.settings), entity.enabled, entity.version);
  }

  /** A connector in an audit row. */
  record Plain(String type, Map<String, String> settings, boolean enabled, long version) {}

  /** A connector after a change, with the names of the secrets that were set. */
  record Audited(Plain connector, TreeSet<String> secretsSet) {}
}
