package dev.patchbay.store.config;

import dev.patchbay.core.stored.NamedStore;
import dev.patchbay.core.stored.Saved;
import dev.patchbay.store.config.ConfigTransactions.Stand;
import dev.patchbay.store.config.ConfigTransactions.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.hibernate.Session;

/**
 * Configuration of one kind in a table: read by plain statements, changed through Hibernate.
 *
 * @param <E> its entity
 */
abstract class JpaNamedStore<E extends AuthoredEntity, D, V> implements NamedStore<D, V> {
  private final DataSource database;
  private final ConfigTransactions transactions;
  private final Table<E, V> table;

  /**
   * Where it is kept.
   *
   * @param word for one of them in audit rows
   * @param select reads them, without a condition
   */
  record Table<E, V>(String word, String select, Rows.Reader<V> reader, Class<E> entity) {}

  JpaNamedStore(DataSource database, ConfigTransactions transactions, Table<E, V> table) {
    this.database = database;
    this.transactions = transactions;
    this.table = table;
  }

  abstract String name(D draft);

  abstract E make(String name);

  /** Writes a draft into a row; version, time and author are written already. */
  abstract void apply(D draft, E entity);

  /** What people wrote, for audit rows. */
  abstract D draft(E entity);

  abstract V view(E entity);

  /** What a draft refers to and cannot, for a person. */
  Optional<String> lack(Session session, D draft) {
    return Optional.empty();
  }

  /** What needs it still, for a person. */
  Optional<String> need(Session session, String name) {
    return Optional.empty();
  }

  @Override
  public final List<V> all() {
    return Rows.list(database, table.select() + " ORDER BY name", table.reader());
  }

  @Override
  public final Optional<V> find(String name) {
    return Rows.one(database, table.select() + " WHERE name = ?", table.reader(), name);
  }

  @Override
  public final Saved<V> create(D draft, String who) {
    return transactions.change(
        who,
        step -> {
          var name = name(draft);
          if (step.session().find(table.entity(), name) != null) {
            return new Saved.Taken<>();
          }
          var entity = make(name);
          var saved = apply(step, draft, entity);
          if (saved instanceof Saved.Done) {
            step.session().persist(entity);
            audit(step, "created", name, Map.of(), draft);
          }
          return saved;
        });
  }

  @Override
  public final Saved<V> update(D draft, long expected, String who) {
    return transactions.change(
        who,
        table.entity(),
        new Stand(name(draft), expected),
        (step, entity) -> {
          var before = draft(entity);
          var saved = apply(step, draft, entity);
          audit(step, "changed", entity.name, before, draft);
          return saved;
        });
  }

  /** Nothing is committed unless it is done. */
  private Saved<V> apply(Step step, D draft, E entity) {
    var lack = lack(step.session(), draft);
    if (lack.isPresent()) {
      return new Saved.Refused<>(lack.get());
    }
    entity.changed(step.at(), step.who());
    apply(draft, entity);
    return new Saved.Done<>(view(entity));
  }

  @Override
  public final Saved<V> delete(String name, long expected, String who) {
    return transactions.change(
        who,
        table.entity(),
        new Stand(name, expected),
        (step, entity) -> {
          var need = need(step.session(), name);
          if (need.isPresent()) {
            return new Saved.Refused<>(need.get());
          }
          var last = view(entity);
          audit(step, "deleted", name, draft(entity), Map.of());
          step.session().remove(entity);
          return new Saved.Done<>(last);
        });
  }

  private void audit(Step step, String what, String name, Object before, Object after) {
    step.audit(table.word() + "." + what, name, before, after);
  }
}
