package dev.patchbay.core.delivery;

import dev.patchbay.core.route.Route;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.Target;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration says of the targets that lanes belong to.
 *
 * <p>Implementations keep one open connector per configured connector and exchange it when its
 * settings or secrets change; the old one is closed once no call that was given it can run any more
 * (the attempt's deadline bounds that). A state that this process set in {@link
 * dev.patchbay.core.connector.ConnectorStates} shows at once, one set elsewhere within a second.
 * {@link #of} is asked before every batch: it must not reach out to anything slower than memory.
 * Thread-safe.
 */
@FunctionalInterface
public interface Targets {
  /** The target as configured now, empty if no connector is configured for it any more. */
  Optional<Snapshot> of(int target);

  /**
   * A target and what it takes to work it, at one moment.
   *
   * @param connector name of the connector
   * @param rows the open connector
   * @param target where it writes
   * @param routes routes that write there, by id; a delivery of any other route is parked
   * @param heldRoutes those whose deliveries wait (paused, shadow)
   * @param hold why nothing may be sent at all, null if it may
   */
  record Snapshot(
      String connector,
      RowTarget rows,
      Target target,
      Map<Integer, Route> routes,
      Set<Integer> heldRoutes,
      @Nullable Hold hold) {
    public Snapshot {
      routes = Map.copyOf(routes);
      heldRoutes = Set.copyOf(heldRoutes);
    }
  }

  /**
   * Why a connector is held.
   *
   * @param state PAUSED, DISABLED or CREDENTIAL_REFUSED
   * @param reason in words for a person
   */
  record Hold(ConnectorState state, String reason) {}
}
