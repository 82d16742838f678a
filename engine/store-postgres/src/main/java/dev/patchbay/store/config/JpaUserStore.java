package dev.patchbay.store.config;

import dev.patchbay.core.access.StoredKey;
import dev.patchbay.core.access.UserStore;
import dev.patchbay.core.stored.Saved;
import dev.patchbay.model.access.ApiKeyView;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.access.UserDraft;
import dev.patchbay.model.access.UserView;
import dev.patchbay.store.config.ConfigTransactions.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.hibernate.Session;

/** Users and their API keys. */
final class JpaUserStore implements UserStore {
  private final UserSql reads;
  private final ConfigTransactions transactions;

  JpaUserStore(DataSource database, ConfigTransactions transactions) {
    this.reads = new UserSql(database);
    this.transactions = transactions;
  }

  @Override
  public List<UserView> all() {
    return reads.all();
  }

  @Override
  public Optional<UserView> find(String name) {
    return reads.find(name);
  }

  @Override
  public Optional<StoredKey> key(String id) {
    return reads.key(id);
  }

  @Override
  public void used(Map<String, Instant> when) {
    reads.used(when);
  }

  @Override
  public Saved<UserView> create(UserDraft draft, String who) {
    return transactions.change(
        who,
        step -> {
          if (step.session().find(UserEntity.class, draft.name()) != null) {
            return new Saved.Taken<>();
          }
          var entity = new UserEntity(draft.name());
          apply(draft, entity);
          step.session().persist(entity);
          step.audit("user.created", draft.name(), Map.of(), draft);
          return done(step, entity);
        });
  }

  @Override
  public Saved<UserView> update(UserDraft draft, long expected, String who) {
    return transactions.change(
        who,
        step -> {
          var entity = step.session().find(UserEntity.class, draft.name());
          if (entity == null) {
            return new Saved.Missing<>();
          }
          if (entity.version != expected) {
            return new Saved.Stale<>(entity.version);
          }
          var before = new UserDraft(entity.name, Role.valueOf(entity.role), entity.enabled);
          apply(draft, entity);
          step.session().flush();
          if (admins(step.session()) == 0) {
            return new Saved.Refused<>("the hub needs at least one enabled user with role ADMIN");
          }
          step.audit("user.changed", draft.name(), before, draft);
          return done(step, entity);
        });
  }

  @Override
  public Saved<UserView> addKey(String user, NewKey key, String who) {
    return transactions.change(
        who,
        step -> {
          var entity = step.session().find(UserEntity.class, user);
          if (entity == null) {
            return new Saved.Missing<>();
          }
          step.session()
              .persist(new ApiKeyEntity(key.id(), user, key.hash(), key.note(), step.at()));
          step.audit("key.created", user, Map.of(), Map.of("id", key.id(), "note", key.note()));
          return done(step, entity);
        });
  }

  @Override
  public Saved<UserView> removeKey(String user, String key, String who) {
    return transactions.change(
        who,
        step -> {
          var entity = step.session().find(UserEntity.class, user);
          var stored = step.session().find(ApiKeyEntity.class, key);
          if (entity == null || stored == null || !stored.user.equals(user)) {
            return new Saved.Missing<>();
          }
          step.session().remove(stored);
          step.audit("key.removed", user, Map.of("id", key, "note", stored.note), Map.of());
          return done(step, entity);
        });
  }

  private static void apply(UserDraft draft, UserEntity entity) {
    entity.role = draft.role().name();
    entity.enabled = draft.enabled();
    entity.version++;
  }

  private static long admins(Session session) {
    return session
        .createQuery("select count(*) from UserEntity where role = 'ADMIN' and enabled", Long.class)
        .getSingleResult();
  }

  private static Saved<UserView> done(Step step, UserEntity entity) {
    step.session().flush();
    var keys =
        step
            .session()
            .createQuery("from ApiKeyEntity where user = ?1 order by createdAt", ApiKeyEntity.class)
            .setParameter(1, entity.name)
            .list()
            .stream()
            .map(key -> new ApiKeyView(key.id, key.note, key.createdAt, null))
            .toList();
    return new Saved.Done<>(
        new UserView(entity.name, Role.valueOf(entity.role), entity.enabled, keys, entity.version));
  }
}
