package dev.patchbay.server.wiring;

import dev.patchbay.cache.redis.CacheAddress;
import dev.patchbay.core.delivery.DeliveryHooks;
import dev.patchbay.core.delivery.DeliverySettings;
import dev.patchbay.server.http.ListenOptions;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How to run one node.
 *
 * @param database where state is
 * @param keyFile key set that credentials are sealed with; made if it is missing
 * @param adminKeyOut file for the first administrator's key, empty to have it told
 * @param roles what this node does
 * @param presets settings by connector type, where a connector's say nothing
 * @param zone in which times are shown in rows
 * @param cache that nodes share, if there is one
 * @param clock the system's; tests set it wrong
 */
public record HubOptions(
    ListenOptions listen,
    DatabaseSource database,
    Path keyFile,
    Optional<Path> adminKeyOut,
    Set<NodeRole> roles,
    Map<String, Map<String, String>> presets,
    ZoneId zone,
    Optional<CacheAddress> cache,
    DeliverySettings delivery,
    DeliveryHooks hooks,
    InstantSource clock) {
  public HubOptions {
    roles = Set.copyOf(roles);
    presets = Map.copyOf(presets);
  }

  /** Everything in one data directory, on free ports of 127.0.0.1. */
  public static HubOptions in(Path data) {
    return new HubOptions(
        ListenOptions.loopback(),
        new DatabaseSource.Embedded(data),
        data.resolve("secret.key"),
        Optional.empty(),
        EnumSet.allOf(NodeRole.class),
        Map.of(),
        ZoneOffset.UTC,
        Optional.empty(),
        DeliverySettings.DEFAULTS,
        DeliveryHooks.NONE,
        InstantSource.system());
  }

  public HubOptions withListen(ListenOptions value) {
    return new HubOptions(
        value, database, keyFile, adminKeyOut, roles, presets, zone, cache, delivery, hooks, clock);
  }

  public HubOptions withDatabase(DatabaseSource value) {
    return new HubOptions(
        listen, value, keyFile, adminKeyOut, roles, presets, zone, cache, delivery, hooks, clock);
  }

  public HubOptions withAdminKeyOut(Path value) {
    return new HubOptions(
        listen,
        database,
        keyFile,
        Optional.of(value),
        roles,
        presets,
        zone,
        cache,
        delivery,
        hooks,
        clock);
  }

  public HubOptions withRoles(Set<NodeRole> value) {
    return new HubOptions(
        listen,
        database,
        keyFile,
        adminKeyOut,
        value,
        presets,
        zone,
        cache,
        delivery,
        hooks,
        clock);
  }

  public HubOptions withPresets(Map<String, Map<String, String>> value) {
    return new HubOptions(
        listen, database, keyFile, adminKeyOut, roles, value, zone, cache, delivery, hooks, clock);
  }

  public HubOptions withZone(ZoneId value) {
    return new HubOptions(
        listen,
        database,
        keyFile,
        adminKeyOut,
        roles,
        presets,
        value,
        cache,
        delivery,
        hooks,
        clock);
  }

  public HubOptions withCache(CacheAddress value) {
    return new HubOptions(
        listen,
        database,
        keyFile,
        adminKeyOut,
        roles,
        presets,
        zone,
        Optional.of(value),
        delivery,
        hooks,
        clock);
  }

  public HubOptions withDelivery(DeliverySettings value) {
    return new HubOptions(
        listen, database, keyFile, adminKeyOut, roles, presets, zone, cache, value, hooks, clock);
  }

  public HubOptions withHooks(DeliveryHooks value) {
    return new HubOptions(
        listen,
        database,
        keyFile,
        adminKeyOut,
        roles,
        presets,
        zone,
        cache,
        delivery,
        value,
        clock);
  }

  public HubOptions withClock(InstantSource value) {
    return new HubOptions(
        listen,
        database,
        keyFile,
        adminKeyOut,
        roles,
        presets,
        zone,
        cache,
        delivery,
        hooks,
        value);
  }

  /** Where state is. */
  public sealed interface DatabaseSource {
    /** A PostgreSQL of our own under this directory. */
    record Embedded(Path data) implements DatabaseSource {}

    /** A PostgreSQL that somebody else runs; user and password may be part of the URL. */
    record External(String jdbcUrl, Optional<String> user, Optional<String> password)
        implements DatabaseSource {
      @Override
      public String toString() {
        return "External[user=" + user.orElse("") + "]";
      }
    }
  }

  /** What a node does. */
  public enum NodeRole {
    /** Answers the API. */
    API,
    /** Runs jobs: bulk retries, upkeep. */
    WORKER,
    /** Works lanes. */
    CONNECTOR
  }
}
