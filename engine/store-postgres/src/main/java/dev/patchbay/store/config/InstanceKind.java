package dev.patchbay.store.config;

import dev.patchbay.core.credential.SealedSecret;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hibernate.Session;

/**
 * What differs between connectors, intakes and services in the database.
 *
 * @param word for them in audit rows
 * @param select reads them, without a condition
 * @param secretEntity name of the entity of their secrets, whose {@code owner} they are
 * @param need what still needs one, for a person; empty if nothing does
 * @param <E> their entity
 */
record InstanceKind<E extends InstanceEntity>(
    String word,
    String select,
    Class<E> entity,
    Function<String, E> make,
    String secretEntity,
    BiFunction<E, SealedSecret, SecretEntity> secret,
    BiFunction<Session, String, Optional<String>> need) {
  static final InstanceKind<ConnectorEntity> CONNECTOR =
      new InstanceKind<>(
          "connector",
          ConfigSql.CONNECTORS,
          ConnectorEntity.class,
          ConnectorEntity::new,
          "CredentialEntity",
          CredentialEntity::new,
          InstanceKind::usersOfConnector);

  static final InstanceKind<IntakeEntity> INTAKE =
      new InstanceKind<>(
          "intake",
          ConfigSql.INTAKES,
          IntakeEntity.class,
          IntakeEntity::new,
          "IntakeCredentialEntity",
          IntakeCredentialEntity::new,
          (_, _) -> Optional.empty());

  static final InstanceKind<ServiceEntity> SERVICE =
      new InstanceKind<>(
          "service",
          ConfigSql.SERVICES,
          ServiceEntity.class,
          ServiceEntity::new,
          "ServiceCredentialEntity",
          ServiceCredentialEntity::new,
          InstanceKind::usersOfService);

  private static Optional<String> usersOfService(Session session, String service) {
    return routesAsking(session, service)
        .or(
            () ->
                JpaScheduleStore.users(
                    JpaScheduleStore.importing(session, "service", service),
                    "schedules import into it: "));
  }

  private static Optional<String> routesAsking(Session session, String service) {
    var routes =
        session
            .createNativeQuery(
                """
                SELECT name FROM route WHERE NOT deleted AND draft -> 'enrichments'
                  @> jsonb_build_array(jsonb_build_object('service', ?1)) ORDER BY name
                """,
                String.class)
            .setParameter(1, service)
            .list();
    return routes.isEmpty()
        ? Optional.empty()
        : Optional.of("routes ask it: " + String.join(", ", routes));
  }

  private static Optional<String> routesThrough(Session session, String connector) {
    var routes =
        session
            .createQuery(
                "select name from RouteEntity where connector = ?1 and not deleted order by name",
                String.class)
            .setParameter(1, connector)
            .list();
    return routes.isEmpty()
        ? Optional.empty()
        : Optional.of("routes write through it: " + String.join(", ", routes));
  }

  private static Optional<String> usersOfConnector(Session session, String connector) {
    return routesThrough(session, connector)
        .or(() -> schedulesTo(session, connector))
        .or(() -> documentsThrough(session, connector))
        .or(
            () ->
                JpaNoticeSettings.uses(session, connector)
                    ? Optional.of("failures of runs are told through it: /settings/notices")
                    : Optional.empty());
  }

  private static Optional<String> documentsThrough(Session session, String connector) {
    var connectors =
        session
            .createNativeQuery(
                """
                SELECT name FROM connector
                WHERE type = 'documents' AND ?1 IN (settings ->> 'store', settings ->> 'mail')
                ORDER BY name
                """,
                String.class)
            .setParameter(1, connector)
            .list();
    return connectors.isEmpty()
        ? Optional.empty()
        : Optional.of("documents leave through it: " + String.join(", ", connectors));
  }

  private static Optional<String> schedulesTo(Session session, String connector) {
    var schedules = JpaScheduleStore.naming(session, "connectors", connector);
    return schedules.isEmpty()
        ? Optional.empty()
        : Optional.of("schedules use it: " + String.join(", ", schedules));
  }
}
