package dev.patchbay.store.config;

import dev.patchbay.core.credential.SealedSecret;
import dev.patchbay.core.plugin.InstanceStore;
import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.core.stored.Saved;
import dev.patchbay.store.config.ConfigTransactions.Stand;
import dev.patchbay.store.config.ConfigTransactions.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.hibernate.Session;

/**
 * Configured instances of one kind and their credentials.
 *
 * @param <E> their entity
 */
final class JpaInstanceStore<E extends InstanceEntity> implements InstanceStore {
  private final DataSource database;
  private final ConfigTransactions transactions;
  private final InstanceKind<E> kind;

  JpaInstanceStore(DataSource database, ConfigTransactions transactions, InstanceKind<E> kind) {
    this.database = database;
    this.transactions = transactions;
    this.kind = kind;
  }

  @Override
  public List<PluginInstance> all() {
    return Rows.list(database, kind.select() + " ORDER BY c.name", ConfigSql::instance);
  }

  @Override
  public Optional<PluginInstance> find(String name) {
    return Rows.one(database, kind.select() + " WHERE c.name = ?", ConfigSql::instance, name);
  }

  @Override
  public Saved<PluginInstance> create(Change change) {
    return transactions.change(
        change.who(),
        step -> {
          if (step.session().find(kind.entity(), change.name()) != null) {
            return new Saved.Taken<>();
          }
          var entity = kind.make().apply(change.name());
          apply(change, entity);
          step.session().persist(entity);
          step.session().flush();
          return finish(step, kind.word() + ".created", Map.of(), entity, change.secrets());
        });
  }

  @Override
  public Saved<PluginInstance> update(Change change, long expected) {
    return transactions.change(
        change.who(),
        kind.entity(),
        new Stand(change.name(), expected),
        (step, entity) -> {
          var before = plain(entity);
          apply(change, entity);
          return finish(step, kind.word() + ".changed", before, entity, change.secrets());
        });
  }

  @Override
  public Saved<PluginInstance> delete(String name, long expected, String who) {
    return transactions.change(
        who,
        kind.entity(),
        new Stand(name, expected),
        (step, entity) -> {
          var need = kind.need().apply(step.session(), name);
          if (need.isPresent()) {
            return new Saved.Refused<>(need.get());
          }
          var last = stored(entity, List.of());
          step.session().remove(entity);
          step.audit(kind.word() + ".deleted", name, plain(entity), Map.of());
          return new Saved.Done<>(last);
        });
  }

  private Saved<PluginInstance> finish(
      Step step, String what, Object before, E entity, List<SealedSecret> secrets) {
    secrets.forEach(secret -> replace(step.session(), entity, secret));
    var names = secretNames(step.session(), entity.name);
    var changed = new TreeSet<>(secrets.stream().map(SealedSecret::name).toList());
    step.audit(what, entity.name, before, new Audited(plain(entity), changed));
    return new Saved.Done<>(stored(entity, names));
  }

  private static void apply(Change change, InstanceEntity entity) {
    entity.type = change.type();
    entity.settings = Json.text(change.settings());
    entity.enabled = change.enabled();
    entity.version++;
  }

  private void replace(Session session, E owner, SealedSecret secret) {
    session
        .createMutationQuery("delete " + kind.secretEntity() + " where owner = ?1 and name = ?2")
        .setParameter(1, owner.name)
        .setParameter(2, secret.name())
        .executeUpdate();
    session.persist(kind.secret().apply(owner, secret));
    session.flush();
  }

  private List<String> secretNames(Session session, String owner) {
    return session
        .createQuery(
            "select name from " + kind.secretEntity() + " where owner = ?1 order by name",
            String.class)
        .setParameter(1, owner)
        .list();
  }

  private static PluginInstance stored(InstanceEntity entity, List<String> secrets) {
    return new PluginInstance(
        entity.name,
        entity.type,
        Json.settings(entity.settings),
        secrets,
        entity.enabled,
        entity.version);
  }

  private static Plain plain(InstanceEntity entity) {
    return new Plain(entity.type, Json.settings(entity.settings), entity.enabled, entity.version);
  }

  /** An instance in an audit row. */
  record Plain(String type, Map<String, String> settings, boolean enabled, long version) {}

  /** An instance after a change, with the names of the secrets that were set. */
  record Audited(Plain instance, TreeSet<String> secretsSet) {}
}
