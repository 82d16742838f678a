package dev.patchbay.installers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.client.HubClient;
import dev.patchbay.console.client.HubException;
import dev.patchbay.console.client.LiveEvent;
import dev.patchbay.console.client.LiveEvent.BulkRetryChanged;
import dev.patchbay.console.client.LiveEvent.Connected;
import dev.patchbay.console.client.LiveEvent.ConnectorChanged;
import dev.patchbay.console.client.LiveEvent.CountsChanged;
import dev.patchbay.console.client.LiveEvent.DeliveryChanged;
import dev.patchbay.console.client.LiveEvent.Disconnected;
import dev.patchbay.console.client.LiveEvent.Lagging;
import dev.patchbay.console.client.Switch;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.retry.BulkRetryDraft;
import dev.patchbay.model.retry.BulkRetryView;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.Workplace;
import dev.patchbay.testkit.Eventually;
import dev.patchbay.testkit.Fault;
import dev.patchbay.testkit.TcpFaultProxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the hub tells by itself, over a line that breaks. */
@ExtendWith(SharedHub.class)
class ClientStreamIT {
  private final Workplace work;
  private final TcpFaultProxy line;
  private final HubClient client;
  private final List<LiveEvent> heard = new CopyOnWriteArrayList<>();

  ClientStreamIT(Workplace work) {
    this.work = work.opened();
    var support = work.hub().as(Role.SUPPORT);
    this.line = TcpFaultProxy.to(support.root().getPort());
    this.client =
        new HubClient(URI.create("http://127.0.0.1:" + line.port()), support.key().orElseThrow());
  }

  /** What happened while nobody listened is told to whoever listens first. */
  @BeforeEach
  void catchUp() throws HubException, InterruptedException {
    var before = new CopyOnWriteArrayList<LiveEvent>();
    try (var stream = client.events()) {
      stream.start(before::add);
      work.post(List.of(work.event("first", "t")));
      work.await(DeliveryState.DELIVERED, 1);
      Eventually.soon()
          .passes(() -> assertThat(before).hasAtLeastOneElementOfType(CountsChanged.class));
    }
  }

  @AfterEach
  void close() {
    client.close();
    line.close();
  }

  private void await(LiveEvent event) {
    Eventually.soon().passes(() -> assertThat(heard).contains(event));
  }

  private <E extends LiveEvent> E await(Class<E> kind) {
    return Eventually.soon()
        .get(
            kind.getSimpleName(),
            () -> heard.stream().filter(kind::isInstance).map(kind::cast).findFirst());
  }

  @Test
  void everyKindOfChangeIsHeardWhole() throws HubException, InterruptedException {
    try (var stream = client.events()) {
      stream.start(heard::add);
      await(new Connected());
      work.post(List.of(work.event("1", "t", "x")));
      work.await(Map.of("first", DeliveryState.DELIVERED, "1", DeliveryState.DEAD));
      await(new DeliveryChanged(work.deliveries().getFirst()));
      await(CountsChanged.class);
      await(new ConnectorChanged(client.switchConnector(work.name(), Switch.PAUSE)));
      await(new ConnectorChanged(client.switchConnector(work.name(), Switch.RESUME)));
      var mine = new DeliveryFilter(null, work.name(), null, null, null, null);
      var run = client.start(new BulkRetryDraft(mine, null, null));
      await(new BulkRetryChanged(settled(run.id())));
      assertThat(heard).doesNotHaveAnyElementsOfTypes(Lagging.class, Disconnected.class);
    }
  }

  /** The run once its one delivery has failed again. */
  private BulkRetryView settled(String run) {
    return Eventually.soon()
        .get(
            "the run",
            () ->
                Optional.of(client.bulkRetry(run))
                    .filter(one -> one.endedAt() != null && one.deadAgain() == 1));
  }

  @Test
  void afterABreakTheStreamGoesOnWhereItStopped() {
    try (var stream = client.events()) {
      stream.start(heard::add);
      await(new Connected());
      work.post(List.of(work.event("before", "t")));
      await(new DeliveryChanged(work.await(DeliveryState.DELIVERED, 2).getFirst()));

      line.inject(new Fault.Cut());
      await(Disconnected.class);
      work.post(List.of(work.event("meanwhile", "t")));
      var missed = new DeliveryChanged(work.await(DeliveryState.DELIVERED, 3).getFirst());
      line.heal();

      await(missed);
      assertThat(heard).containsOnlyOnce(missed).doesNotHaveAnyElementsOfTypes(Lagging.class);
      assertThat(heard.stream().filter(new Connected()::equals)).hasSize(2);
    }
  }
}
