package dev.patchbay.store.config;

import dev.patchbay.core.stored.Saved;
import dev.patchbay.core.template.NewVersion;
import dev.patchbay.core.template.NewVersion.Activation;
import dev.patchbay.core.template.TemplateSource;
import dev.patchbay.core.template.TemplateStore;
import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.model.template.TemplateVariable;
import dev.patchbay.model.template.TemplateVersionView;
import dev.patchbay.model.template.TemplateView;
import dev.patchbay.spi.store.Sha256;
import dev.patchbay.store.config.ConfigTransactions.Stand;
import dev.patchbay.store.config.ConfigTransactions.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.hibernate.Session;

/** Document templates and their versions. */
final class JpaTemplateStore implements TemplateStore {
  private static final String TEMPLATES =
      "SELECT name, kind, contract, active, newest, version, changed_at, changed_by FROM template";

  private final DataSource database;
  private final ConfigTransactions transactions;

  JpaTemplateStore(DataSource database, ConfigTransactions transactions) {
    this.database = database;
    this.transactions = transactions;
  }

  @Override
  public List<TemplateView> all() {
    return Rows.list(database, TEMPLATES + " ORDER BY name", JpaTemplateStore::template);
  }

  @Override
  public Optional<TemplateView> find(String name) {
    return Rows.one(database, TEMPLATES + " WHERE name = ?", JpaTemplateStore::template, name);
  }

  @Override
  public List<TemplateVersionView> versions(String name) {
    return Rows.list(
        database,
        """
        SELECT number, sha256, size, variables, fonts, note, uploaded_at, uploaded_by
        FROM template_version WHERE template = ? ORDER BY number DESC
        """,
        JpaTemplateStore::version,
        name);
  }

  @Override
  public Optional<TemplateSource> source(String name, OptionalInt number) {
    return Rows.one(
        database,
        """
        SELECT v.number, v.sha256, t.kind
        FROM template t JOIN template_version v
          ON v.template = t.name AND v.number = CASE WHEN ? THEN t.active ELSE ? END
        WHERE t.name = ?
        """,
        row ->
            new TemplateSource(
                row.getInt("number"),
                row.getString("sha256"),
                TemplateKind.valueOf(row.getString("kind"))),
        number.isEmpty(),
        number.orElse(0),
        name);
  }

  @Override
  public Optional<byte[]> file(String name, int number) {
    return Rows.one(
        database,
        "SELECT content FROM template_version WHERE template = ? AND number = ?",
        row -> row.getBytes("content"),
        name,
        number);
  }

  @Override
  public Saved<TemplateView> add(NewVersion version, long expected, String who) {
    return transactions.change(
        who,
        step -> {
          var standing = step.session().find(TemplateEntity.class, version.name());
          long stands = standing == null ? 0 : standing.version;
          if (stands != expected) {
            return new Saved.Stale<>(stands);
          }
          return standing == null ? create(step, version) : add(step, version, standing);
        });
  }

  private static Saved<TemplateView> create(Step step, NewVersion version) {
    var entity = new TemplateEntity(version.name(), version.kind());
    entity.contract = version.contract();
    entity.active = 1;
    entity.newest = 1;
    entity.changed(step.at(), step.who());
    step.session().persist(entity);
    step.session().flush();
    var sha256 = sha256(version);
    step.session().persist(new TemplateVersionEntity(step, version, 1, sha256));
    step.audit("template.created", entity.name, Map.of(), new Trace(entity, sha256));
    return new Saved.Done<>(view(entity));
  }

  private static Saved<TemplateView> add(Step step, NewVersion version, TemplateEntity entity) {
    var sha256 = sha256(version);
    var before = new Trace(entity, "");
    var same = numberOf(step.session(), version.name(), sha256);
    int number = same.orElse(entity.newest + 1);
    int active = version.activation() == Activation.AT_ONCE ? number : entity.active;
    if (same.isPresent()
        && active == entity.active
        && Objects.equals(entity.contract, version.contract())) {
      return new Saved.Done<>(view(entity));
    }
    if (same.isEmpty()) {
      entity.newest = number;
      step.session().persist(new TemplateVersionEntity(step, version, number, sha256));
    }
    entity.contract = version.contract();
    entity.active = active;
    entity.changed(step.at(), step.who());
    step.audit("template.uploaded", entity.name, before, new Trace(entity, sha256));
    return new Saved.Done<>(view(entity));
  }

  private static String sha256(NewVersion version) {
    return Sha256.of(version.file());
  }

  private static Optional<Integer> numberOf(Session session, String name, String sha256) {
    return session
        .createQuery(
            "select key.number from TemplateVersionEntity where key.template = ?1 and sha256 = ?2",
            Integer.class)
        .setParameter(1, name)
        .setParameter(2, sha256)
        .list()
        .stream()
        .findFirst();
  }

  @Override
  public Saved<TemplateView> activate(String name, int number, long expected, String who) {
    return transactions.change(
        who,
        TemplateEntity.class,
        new Stand(name, expected),
        (step, entity) -> {
          if (number < 1 || number > entity.newest) {
            return new Saved.Refused<>(
                "The template has versions 1 to " + entity.newest + ", none is " + number + ".");
          }
          if (number != entity.active) {
            var before = new Trace(entity, "");
            entity.active = number;
            entity.changed(step.at(), step.who());
            step.audit("template.activated", name, before, new Trace(entity, ""));
          }
          return new Saved.Done<>(view(entity));
        });
  }

  @Override
  public Saved<TemplateView> delete(String name, long expected, String who) {
    return transactions.change(
        who,
        TemplateEntity.class,
        new Stand(name, expected),
        (step, entity) -> {
          var users = users(step.session(), name);
          if (users.isPresent()) {
            return new Saved.Refused<>(users.get());
          }
          var last = view(entity);
          step.audit("template.deleted", name, new Trace(entity, ""), Map.of());
          step.session().remove(entity);
          return new Saved.Done<>(last);
        });
  }

  private static Optional<String> users(Session session, String template) {
    var routes = routes(session, template);
    return JpaScheduleStore.users(routes, "Routes make documents of it: ")
        .or(
            () ->
                JpaScheduleStore.users(
                    JpaScheduleStore.filling(session, template), "Schedules use it: "));
  }

  /** Routes whose target is filled in with a template. */
  private static List<String> routes(Session session, String template) {
    return session
        .createNativeQuery(
            """
            SELECT name FROM route
            WHERE NOT deleted AND btrim(draft -> 'target' ->> 'template') = ?1 ORDER BY name
            """,
            String.class)
        .setParameter(1, template)
        .list();
  }

  /** What an audit row says; the versions themselves stay. */
  private record Trace(String contract, int active, int newest, String sha256) {
    Trace(TemplateEntity entity, String sha256) {
      this(Objects.requireNonNullElse(entity.contract, ""), entity.active, entity.newest, sha256);
    }
  }

  private static TemplateView view(TemplateEntity entity) {
    return new TemplateView(
        entity.name,
        entity.kind,
        entity.contract,
        entity.active,
        entity.newest,
        entity.version,
        entity.changedAt,
        entity.changedBy);
  }

  private static TemplateView template(ResultSet row) throws SQLException {
    return new TemplateView(
        row.getString("name"),
        TemplateKind.valueOf(row.getString("kind")),
        row.getString("contract"),
        row.getInt("active"),
        row.getInt("newest"),
        row.getLong("version"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getString("changed_by"));
  }

  private static TemplateVersionView version(ResultSet row) throws SQLException {
    return new TemplateVersionView(
        row.getInt("number"),
        row.getString("sha256"),
        row.getLong("size"),
        List.of(Json.read(row.getString("variables"), TemplateVariable[].class)),
        List.of(Json.read(row.getString("fonts"), String[].class)),
        row.getString("note"),
        row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
        row.getString("uploaded_by"));
  }
}
