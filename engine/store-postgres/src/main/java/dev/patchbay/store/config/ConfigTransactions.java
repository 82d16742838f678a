package dev.patchbay.store.config;

import dev.patchbay.core.stored.Saved;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * One transaction per change of configuration: the change, its version, its audit row and the new
 * epoch commit together or not at all. The epoch row is locked first, so changes happen one after
 * another. Hibernate starts with the first change. Thread-safe.
 */
final class ConfigTransactions implements AutoCloseable {
  private static final String NEXT_EPOCH = "UPDATE config_epoch SET epoch = epoch + 1";

  private static final List<Class<?>> ENTITIES =
      List.of(
          ConnectorEntity.class,
          CredentialEntity.class,
          ContractEntity.class,
          IntakeEntity.class,
          IntakeCredentialEntity.class,
          ServiceEntity.class,
          ServiceCredentialEntity.class,
          RouteEntity.class,
          RouteVersionEntity.class,
          ScheduleEntity.class,
          NoticeSettingsEntity.class,
          HolidayCalendarEntity.class,
          ImportProfileEntity.class,
          UserEntity.class,
          MailListEntity.class,
          DatasetPolicyEntity.class,
          TemplateEntity.class,
          TemplateVersionEntity.class,
          ApiKeyEntity.class,
          AuditEntity.class);

  /** Nothing is looked up or scanned: the database is known and Flyway owns the schema. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          AvailableSettings.JAKARTA_HBM2DDL_DB_NAME,
          "PostgreSQL",
          AvailableSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION,
          "18",
          "hibernate.boot.allow_jdbc_metadata_access",
          "false",
          "jakarta.persistence.validation.mode",
          "none",
          AvailableSettings.JDBC_TIME_ZONE,
          "UTC",
          AvailableSettings.USE_SECOND_LEVEL_CACHE,
          "false",
          AvailableSettings.USE_QUERY_CACHE,
          "false");

  private final DataSource database;
  private final InstantSource clock;
  private @Nullable SessionFactory sessions;

  ConfigTransactions(DataSource database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Runs a change; commits what is {@link Saved.Done} and nothing else. */
  <T> Saved<T> change(String who, Function<Step, Saved<T>> change) {
    try (var session = sessions().openSession()) {
      var transaction = session.beginTransaction();
      try {
        session.createNativeMutationQuery(NEXT_EPOCH).executeUpdate();
        var saved = change.apply(new Step(session, who, now()));
        if (saved instanceof Saved.Done) {
          transaction.commit();
        } else {
          transaction.rollback();
        }
        return saved;
      } catch (RuntimeException failure) {
        if (transaction.isActive()) {
          transaction.rollback();
        }
        throw failure;
      }
    }
  }

  /** Changes what has a name, if it is there and nobody changed it in between. */
  <E extends NamedEntity, T> Saved<T> change(
      String who, Class<E> type, Stand stand, BiFunction<Step, E, Saved<T>> change) {
    return change(
        who,
        step -> {
          var entity = step.session().find(type, stand.name());
          if (entity == null) {
            return new Saved.Missing<>();
          }
          return entity.version == stand.version()
              ? change.apply(step, entity)
              : new Saved.Stale<>(entity.version);
        });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private synchronized SessionFactory sessions() {
    if (sessions == null) {
      sessions = start();
    }
    return sessions;
  }

  private SessionFactory start() {
    var configuration = new Configuration();
    ENTITIES.forEach(configuration::addAnnotatedClass);
    configuration.getProperties().putAll(SETTINGS);
    configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, database);
    return configuration.buildSessionFactory();
  }

  @Override
  public synchronized void close() {
    if (sessions != null) {
      sessions.close();
      sessions = null;
    }
  }

  /** What a change is made for: a name, and the version that was seen. */
  record Stand(String name, long version) {}

  /** What a change works with. */
  record Step(Session session, String who, Instant at) {
    void audit(String what, String subject, Object before, Object after) {
      var change = Json.text(new Difference(before, after));
      session.persist(new AuditEntity(at, who, what, subject, change));
    }
  }

  /** What an audit row says. */
  record Difference(Object before, Object after) {}
}
