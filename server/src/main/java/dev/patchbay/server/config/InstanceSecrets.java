package dev.patchbay.server.config;

import dev.patchbay.core.credential.CredentialStore;
import dev.patchbay.core.credential.SealedSecret;
import dev.patchbay.core.credential.SecretSealer;
import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.spi.Secrets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Secrets of one configured instance. Plugins ask for them at every call, so the database is asked
 * only for those that are set, and once a second at most: a rotated secret takes effect as soon as
 * any other change of configuration. They are kept sealed. Thread-safe.
 */
public final class InstanceSecrets implements Secrets {
  private static final Duration KEPT = Duration.ofSeconds(1);

  private final PluginInstance instance;
  private final CredentialStore credentials;
  private final SecretSealer sealer;
  private final LongSupplier nanoTime;
  private final Map<String, Read> read = new ConcurrentHashMap<>();

  /** Of an instance as it is configured now; another version of it has secrets of its own. */
  public InstanceSecrets(
      PluginInstance instance, CredentialStore credentials, SecretSealer sealer) {
    this(instance, credentials, sealer, System::nanoTime);
  }

  InstanceSecrets(
      PluginInstance instance,
      CredentialStore credentials,
      SecretSealer sealer,
      LongSupplier nanoTime) {
    this.instance = instance;
    this.credentials = credentials;
    this.sealer = sealer;
    this.nanoTime = nanoTime;
  }

  @Override
  public Optional<String> get(String name) {
    return instance.secretsSet().contains(name) ? sealed(name).map(sealer::open) : Optional.empty();
  }

  private record Read(Optional<SealedSecret> sealed, long at) {}

  private Optional<SealedSecret> sealed(String name) {
    var before = read.get(name);
    long now = nanoTime.getAsLong();
    if (before != null && now - before.at() < KEPT.toNanos()) {
      return before.sealed();
    }
    var found = credentials.find(instance.name(), name);
    read.put(name, new Read(found, now));
    return found;
  }
}
