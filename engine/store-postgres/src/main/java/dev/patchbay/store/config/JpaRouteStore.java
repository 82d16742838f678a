package dev.patchbay.store.config;

import dev.patchbay.core.route.RouteStore;
import dev.patchbay.core.route.StoredRoute;
import dev.patchbay.core.stored.Saved;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.store.config.ConfigTransactions.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Routes, their versions, and the targets and lanes they write to. */
final class JpaRouteStore implements RouteStore {
  private final DataSource database;
  private final ConfigTransactions transactions;

  JpaRouteStore(DataSource database, ConfigTransactions transactions) {
    this.database = database;
    this.transactions = transactions;
  }

  @Override
  public List<StoredRoute> all() {
    return Rows.list(
        database, ConfigSql.ROUTES + " WHERE NOT r.deleted ORDER BY r.name", ConfigSql::route);
  }

  @Override
  public Optional<StoredRoute> find(String name) {
    return Rows.one(
        database, ConfigSql.ROUTES + " WHERE NOT r.deleted AND r.name = ?", ConfigSql::route, name);
  }

  @Override
  public Saved<StoredRoute> create(RouteDraft draft, Place place, String who) {
    return transactions.change(
        who,
        step -> {
          var earlier = byName(step.session(), draft.name());
          if (earlier != null && !earlier.deleted) {
            return new Saved.Taken<>();
          }
          var entity = earlier == null ? new RouteEntity(draft.name()) : earlier;
          entity.deleted = false;
          return write(step, "route.created", entity, Map.of(), draft, place);
        });
  }

  @Override
  public Saved<StoredRoute> update(RouteDraft draft, Place place, long expected, String who) {
    return change(
        draft.name(),
        expected,
        who,
        (step, entity) ->
            write(
                step,
                "route.changed",
                entity,
                Json.read(entity.draft, RouteDraft.class),
                draft,
                place));
  }

  @Override
  public Saved<StoredRoute> setState(String name, RouteState state, String who) {
    return transactions.change(
        who,
        step -> {
          var entity = byName(step.session(), name);
          if (entity == null || entity.deleted) {
            return new Saved.Missing<>();
          }
          var before = Json.read(entity.draft, RouteDraft.class);
          if (before.state() == state) {
            return new Saved.Done<>(stored(step.session(), entity));
          }
          return commit(step, "route." + verb(state), entity, before, before.withState(state));
        });
  }

  @Override
  public Saved<StoredRoute> delete(String name, long expected, String who) {
    return change(
        name,
        expected,
        who,
        (step, entity) -> {
          var users = JpaScheduleStore.reconciling(step.session(), name);
          if (!users.isEmpty()) {
            return new Saved.Refused<>("schedules compare its rows: " + String.join(", ", users));
          }
          var last = stored(step.session(), entity);
          entity.deleted = true;
          step.audit("route.deleted", name, last.draft(), Map.of());
          return new Saved.Done<>(last);
        });
  }

  @Override
  public void entitle(String connector, String identity, String title) {
    Rows.change(
        database,
        """
        UPDATE target SET title = ? WHERE connector = ? AND identity = ? AND title <> ?
        """,
        title,
        connector,
        identity,
        title);
  }

  private Saved<StoredRoute> change(
      String name,
      long expected,
      String who,
      BiFunction<Step, RouteEntity, Saved<StoredRoute>> change) {
    return transactions.change(
        who,
        step -> {
          var entity = byName(step.session(), name);
          if (entity == null || entity.deleted) {
            return new Saved.Missing<>();
          }
          return entity.version == expected
              ? change.apply(step, entity)
              : new Saved.Stale<>(entity.version);
        });
  }

  private static Saved<StoredRoute> write(
      Step step, String what, RouteEntity entity, Object before, RouteDraft draft, Place place) {
    if (step.session().find(ConnectorEntity.class, draft.connector()) == null) {
      return new Saved.Refused<>("there is no connector '" + draft.connector() + "'");
    }
    for (var enrichment : draft.enrichments()) {
      if (step.session().find(ServiceEntity.class, enrichment.service()) == null) {
        return new Saved.Refused<>("there is no service '" + enrichment.service() + "'");
      }
    }
    entity.connector = draft.connector();
    entity.target = new Targets(step.session()).place(draft.connector(), place);
    return commit(step, what, entity, before, draft);
  }

  private static Saved<StoredRoute> commit(
      Step step, String what, RouteEntity entity, Object before, RouteDraft draft) {
    entity.draft = Json.text(draft);
    entity.state = draft.state().name();
    entity.version++;
    entity.changedAt = step.at();
    entity.changedBy = step.who();
    step.session().persist(entity);
    step.session().flush();
    step.session().persist(new RouteVersionEntity(number(entity), entity));
    step.audit(what, entity.name, before, draft);
    return new Saved.Done<>(stored(step.session(), entity));
  }

  private static @Nullable RouteEntity byName(Session session, String name) {
    return session
        .createQuery("from RouteEntity where name = ?1", RouteEntity.class)
        .setParameter(1, name)
        .uniqueResult();
  }

  private static StoredRoute stored(Session session, RouteEntity entity) {
    var targets = new Targets(session);
    return new StoredRoute(
        number(entity),
        Json.read(entity.draft, RouteDraft.class),
        entity.target,
        targets.lanes(entity.target),
        targets.title(entity.target),
        entity.version,
        entity.changedAt,
        entity.changedBy);
  }

  private static int number(RouteEntity entity) {
    if (entity.id == null) {
      throw new IllegalStateException("route '" + entity.name + "' has no number yet");
    }
    return entity.id;
  }

  private static String verb(RouteState state) {
    return switch (state) {
      case ACTIVE -> "resumed";
      case PAUSED -> "paused";
      case SHADOW -> "shadowed";
    };
  }
}
