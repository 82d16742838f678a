package dev.patchbay.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How to run one embedded PostgreSQL.
 *
 * @param dataDir where the cluster, its password file and its log live; created when missing, never
 *     deleted
 * @param port TCP port on 127.0.0.1; 0 takes a free one, which a restart keeps
 * @param settings server settings that win over the defaults, such as {@code shared_buffers}
 * @param cacheDir where unpacked binaries are shared between processes
 * @param startTimeout longest wait until the server answers, recovery after a crash included
 * @param stopTimeout longest wait for an orderly shutdown before a harder one is used
 */
public record PostgresOptions(
    Path dataDir,
    int port,
    Map<String, String> settings,
    Path cacheDir,
    Duration startTimeout,
    Duration stopTimeout) {

  public PostgresOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
    }
    settings = Map.copyOf(settings);
  }

  /** Defaults for a data directory: a free port, the user's cache, one minute to start. */
  public static PostgresOptions in(Path dataDir) {
    return new PostgresOptions(
        dataDir, 0, Map.of(), defaultCacheDir(), Duration.ofMinutes(1), Duration.ofSeconds(15));
  }

  public PostgresOptions withPort(int value) {
    return new PostgresOptions(dataDir, value, settings, cacheDir, startTimeout, stopTimeout);
  }

  public PostgresOptions withSettings(Map<String, String> value) {
    return new PostgresOptions(dataDir, port, value, cacheDir, startTimeout, stopTimeout);
  }

  public PostgresOptions withCacheDir(Path value) {
    return new PostgresOptions(dataDir, port, settings, value, startTimeout, stopTimeout);
  }

  private static Path defaultCacheDir() {
    var configured = System.getProperty("patchbay.cache");
    if (configured != null) {
      return Path.of(configured);
    }
    var xdg = System.getenv("XDG_CACHE_HOME");
    var base =
        xdg == null || xdg.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(xdg);
    return base.resolve("patchbay");
  }
}
