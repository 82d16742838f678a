package dev.patchbay.server.service;

import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.core.service.Services;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.service.Service;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open service per configured one, exchanged when its configuration changes. The old one is
 * closed once no call that was given it can run any more. Thread-safe.
 */
public final class OpenServices implements Services, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenServices.class);
  private static final Duration AFTER_LONGEST_CALL = Duration.ofMinutes(1);

  private final Function<PluginInstance, Service> opener;
  private final Consumer<String> changed;
  private final Map<String, Entry> entries = new HashMap<>();

  /** A configured service; {@code service} is null where it cannot be opened. */
  private record Entry(PluginInstance stored, @Nullable Service service) {}

  /**
   * None yet.
   *
   * @param opener opens one; throws if its settings or its type do not let it
   * @param changed told of the name of each that is configured anew or gone
   */
  public OpenServices(Function<PluginInstance, Service> opener, Consumer<String> changed) {
    this.opener = opener;
    this.changed = changed;
  }

  /** Opens what is new or changed and lets go of what is gone. */
  public synchronized void follow(List<PluginInstance> configured) {
    var wanted = new HashMap<String, PluginInstance>();
    configured.forEach(service -> wanted.put(service.name(), service));
    for (var entry : List.copyOf(entries.values())) {
      var name = entry.stored().name();
      if (!entry.stored().equals(wanted.get(name))) {
        entries.remove(name);
        changed.accept(name);
        closeLater(entry);
      }
    }
    wanted.values().forEach(service -> entries.computeIfAbsent(service.name(), _ -> open(service)));
  }

  /** The service of that name, whether it is switched on or not; empty if it cannot be opened. */
  public synchronized Optional<Service> find(String name) {
    return Optional.ofNullable(entries.get(name)).map(Entry::service);
  }

  @Override
  public synchronized Access of(String name) {
    var entry = entries.get(name);
    if (entry == null) {
      return closed("Service '%s' is not configured any more; create it again.", name);
    }
    if (!entry.stored().enabled()) {
      return closed("Service '%s' is switched off; switch it on in its configuration.", name);
    }
    return entry.service() == null
        ? closed("Service '%s' cannot be opened with its settings; correct them.", name)
        : new Open(name, edition(entry.stored()), entry.service());
  }

  @Override
  public synchronized void close() {
    entries.values().forEach(OpenServices::close);
    entries.clear();
  }

  private static Access closed(String words, String name) {
    return new Closed(new Cause("service-closed", words.formatted(name)));
  }

  /** Not the version alone: one that is created again begins with 1, too. */
  private static String edition(PluginInstance service) {
    return service.type() + " " + service.version() + " " + new TreeMap<>(service.settings());
  }

  private Entry open(PluginInstance stored) {
    try {
      return new Entry(stored, opener.apply(stored));
    } catch (RuntimeException failure) {
      LOG.error("service {} cannot be opened: {}", stored.name(), failure.getMessage());
      return new Entry(stored, null);
    }
  }

  private static void closeLater(Entry old) {
    CompletableFuture.delayedExecutor(AFTER_LONGEST_CALL.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> close(old));
  }

  private static void close(Entry old) {
    try {
      if (old.service() != null) {
        old.service().close();
      }
    } catch (RuntimeException failure) {
      LOG.warn("service {} does not close: {}", old.stored().name(), failure.getMessage());
    }
  }
}
