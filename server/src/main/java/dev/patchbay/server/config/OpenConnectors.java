package dev.patchbay.server.config;

import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.message.MessageTarget;
import dev.patchbay.spi.store.FileStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open connector per configured one, exchanged when its configuration changes. The old one is
 * closed once no call that was given it can run any more. Thread-safe.
 */
public final class OpenConnectors implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenConnectors.class);

  private final ConnectorTypes types;
  private final Function<PluginInstance, ConnectorContext> contexts;
  private final Duration longestCall;
  private final Map<String, Open> open = new HashMap<>();

  public OpenConnectors(
      ConnectorTypes types,
      Function<PluginInstance, ConnectorContext> contexts,
      Duration longestCall) {
    this.types = types;
    this.contexts = contexts;
    this.longestCall = longestCall;
  }

  /** Opens what is new or changed and lets go of what is gone. */
  synchronized void follow(List<PluginInstance> connectors) {
    var wanted = new HashMap<String, PluginInstance>();
    connectors.forEach(connector -> wanted.put(connector.name(), connector));
    open.entrySet()
        .removeIf(
            entry -> {
              boolean stale = !entry.getValue().stored().equals(wanted.get(entry.getKey()));
              if (stale) {
                closeLater(entry.getValue());
              }
              return stale;
            });
    wanted.values().forEach(this::open);
  }

  /** The connector of that name, empty if none takes rows under it or it cannot be opened. */
  synchronized Optional<RowTarget> find(String name) {
    return open.get(name) instanceof Open(_, OpenConnector.Rows(var rows))
        ? Optional.of(rows)
        : Optional.empty();
  }

  /** The store of that name, empty if none takes files under it or it cannot be opened. */
  synchronized Optional<FileStore> findStore(String name) {
    return open.get(name) instanceof Open(_, OpenConnector.Files(var store))
        ? Optional.of(store)
        : Optional.empty();
  }

  /** What sends messages under that name, empty if nothing does or it cannot be opened. */
  synchronized Optional<MessageTarget> findMessages(String name) {
    return open.get(name) instanceof Open(_, OpenConnector.Messages(var target))
        ? Optional.of(target)
        : Optional.empty();
  }

  /** All stores, by name. */
  synchronized Map<String, FileStore> stores() {
    var stores = new HashMap<String, FileStore>();
    open.forEach(
        (name, connector) -> {
          if (connector.connector() instanceof OpenConnector.Files(var store)) {
            stores.put(name, store);
          }
        });
    return stores;
  }

  @Override
  public synchronized void close() {
    open.values().forEach(OpenConnectors::close);
    open.clear();
  }

  private void open(PluginInstance connector) {
    if (open.containsKey(connector.name())) {
      return;
    }
    try {
      types
          .open(connector, contexts.apply(connector))
          .ifPresentOrElse(
              opened -> open.put(connector.name(), new Open(connector, opened)),
              () ->
                  LOG.error("connector {}: no plugin for {}", connector.name(), connector.type()));
    } catch (RuntimeException failure) {
      LOG.error("connector {} cannot be opened: {}", connector.name(), failure.getMessage());
    }
  }

  private void closeLater(Open old) {
    Executor later =
        CompletableFuture.delayedExecutor(longestCall.toMillis(), TimeUnit.MILLISECONDS);
    later.execute(() -> close(old));
  }

  private static void close(Open old) {
    try {
      old.connector().close();
    } catch (RuntimeException failure) {
      LOG.warn("connector {} does not close: {}", old.stored().name(), failure.getMessage());
    }
  }

  private record Open(PluginInstance stored, OpenConnector connector) {}
}
