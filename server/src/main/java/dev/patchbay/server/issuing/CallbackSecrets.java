package dev.patchbay.server.issuing;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.patchbay.core.credential.CredentialStore;
import dev.patchbay.core.credential.SecretSealer;
import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.core.webhook.WebhookSecret;
import dev.patchbay.server.config.InstanceSecrets;
import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.UnreadableSecretException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What document systems sign their messages with: secrets of connectors. Anybody can have them
 * looked at, so they are read every few seconds at most, and at once where a connector was changed.
 * Thread-safe.
 */
public final class CallbackSecrets {
  private static final Duration KEPT = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(CallbackSecrets.class);
  private static final List<String> NAMES =
      List.of(DocumentsType.CALLBACK_SECRET, DocumentsType.FORMER_CALLBACK_SECRET);

  private final Supplier<List<PluginInstance>> connectors;
  private final Function<PluginInstance, Secrets> secrets;
  private final LongSupplier nanoTime;
  private final Map<String, Read> read = new ConcurrentHashMap<>();

  /**
   * Secrets.
   *
   * @param connectors those of the type {@link DocumentsType}, as they are configured now
   */
  public CallbackSecrets(
      Supplier<List<PluginInstance>> connectors, CredentialStore credentials, SecretSealer sealer) {
    this(
        connectors,
        connector -> new InstanceSecrets(connector, credentials, sealer),
        System::nanoTime);
  }

  CallbackSecrets(
      Supplier<List<PluginInstance>> connectors,
      Function<PluginInstance, Secrets> secrets,
      LongSupplier nanoTime) {
    this.connectors = connectors;
    this.secrets = secrets;
    this.nanoTime = nanoTime;
  }

  /**
   * What was found at a connector.
   *
   * @param unreadable why some of it cannot be used, for a person
   */
  private record Read(long version, long at, List<WebhookSecret> secrets, Set<String> unreadable) {}

  /** Secrets that count now, by connector. */
  public Map<String, List<WebhookSecret>> byConnector() {
    var now = connectors.get();
    read.keySet().retainAll(now.stream().map(PluginInstance::name).collect(toSet()));
    return now.stream().collect(toMap(PluginInstance::name, it -> known(it).secrets()));
  }

  private Read known(PluginInstance connector) {
    return Objects.requireNonNull(
        read.compute(
            connector.name(),
            (_, before) ->
                before != null && isFresh(before, connector) ? before : read(connector, before)));
  }

  private boolean isFresh(Read before, PluginInstance connector) {
    return before.version() == connector.version()
        && nanoTime.getAsLong() - before.at() < KEPT.toNanos();
  }

  private Read read(PluginInstance connector, @Nullable Read before) {
    var all = secrets.apply(connector);
    var found = new ArrayList<WebhookSecret>();
    var unreadable = new TreeSet<String>();
    for (var name : NAMES) {
      try {
        all.get(name).flatMap(WebhookSecret::of).ifPresent(found::add);
      } catch (UnreadableSecretException failure) {
        unreadable.add(String.valueOf(failure.getMessage()));
      }
    }
    if (before == null
        || before.version() != connector.version()
        || !before.unreadable().equals(unreadable)) {
      unreadable.forEach(why -> LOG.warn("connector {}: {}", connector.name(), why));
    }
    return new Read(connector.version(), nanoTime.getAsLong(), List.copyOf(found), unreadable);
  }

  /** Whether those that a connector has can be used, each as a step of its check. */
  static List<CheckReport.Step> check(Secrets secrets) {
    return NAMES.stream().flatMap(name -> check(secrets, name).stream()).toList();
  }

  private static Optional<CheckReport.Step> check(Secrets secrets, String name) {
    try {
      return secrets
          .get(name)
          .map(
              text ->
                  WebhookSecret.of(text).isPresent()
                      ? new CheckReport.Step(name, true, "Messages that it signs are taken.")
                      : new CheckReport.Step(
                          name, false, "It is no whsec_ and Base64; enter it anew."));
    } catch (UnreadableSecretException unreadable) {
      return Optional.of(
          new CheckReport.Step(name, false, String.valueOf(unreadable.getMessage())));
    }
  }
}
