package dev.patchbay.server.config;

import dev.patchbay.core.route.RouteStore;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.spi.Description;
import dev.patchbay.spi.Target;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names of targets as people know them: the far side tells. What it cannot tell now keeps the name
 * that it has. Thread-safe.
 */
public final class TargetTitles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TargetTitles.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final RouteStore routes;
  private final Configuration configuration;
  private final ExecutorService asking =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("target-title-", 0).factory());

  public TargetTitles(RouteStore routes, Configuration configuration) {
    this.routes = routes;
    this.configuration = configuration;
  }

  /** Takes down what somebody was told anyhow; nothing if no route writes there. */
  public void learn(String connector, Target target, String title) {
    routes.entitle(connector, configuration.identity(connector, target), title);
  }

  /** Asks, and waits a moment for the answer; one that comes later is taken down then. */
  void ask(RouteDraft route) {
    try {
      asking.submit(() -> look(route)).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException later) {
      LOG.debug("connector {} takes its time to name a target", route.connector());
    } catch (ExecutionException failure) {
      LOG.warn(
          "connector {} cannot name the target of route {}",
          route.connector(),
          route.name(),
          failure.getCause());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    asking.shutdownNow();
  }

  /** What a target says stays out of the log: it may hold addresses. */
  private void look(RouteDraft route) {
    var connector = route.connector();
    var target = new Target(route.target());
    configuration
        .open(connector)
        .map(rows -> rows.describe(target))
        .ifPresent(
            description -> {
              switch (description) {
                case Description.Found found -> learn(connector, target, found.title());
                case Description.NotFound(var cause) ->
                    LOG.info(
                        "connector {} cannot name the target of route {}: {}",
                        connector,
                        route.name(),
                        cause.message());
              }
            });
  }
}
