package dev.patchbay.console.viewmodel;

import dev.patchbay.console.client.HubClient;
import dev.patchbay.console.client.LiveEvent;
import dev.patchbay.console.fake.FakeHub;
import dev.patchbay.console.viewmodel.session.KeptProfile;
import dev.patchbay.console.viewmodel.session.Profile;
import dev.patchbay.console.viewmodel.session.ProfileStore;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.access.Caller;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.testkit.MutableClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Somebody logged in to a hub, with hands on time and calls; no toolkit anywhere. */
public final class Desk implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-23T14:05:00Z");

  public final FakeHub hub;
  public final ManualTasks tasks = new ManualTasks();
  public final MutableClock clock = MutableClock.at(NOW);
  public final ProfileStore store =
      new ProfileStore(Path.of("target", "desks", UUID.randomUUID() + ""));
  public final List<Notice> notices = new ArrayList<>();
  public final Session session;

  private Desk(int deliveries, Role role) {
    hub = new FakeHub(deliveries, NOW);
    hub.callerIs(role);
    var profile = new Profile("City hub", hub.uri(), Profile.Environment.STAGING, null);
    session =
        new Session(
            new HubClient(hub.uri(), FakeHub.KEY),
            new KeptProfile(store, profile),
            new Caller("anna", role),
            tasks,
            clock);
  }

  /** An administrator at a hub with this many deliveries. */
  public static Desk with(int deliveries) {
    return new Desk(deliveries, Role.ADMIN);
  }

  public static Desk of(Role role) {
    return new Desk(100, role);
  }

  /** The stream brings this. */
  public void live(LiveEvent event) {
    session.feed().offer(event);
    tasks.settle();
  }

  public void live(DeliverySummary delivery) {
    live(new LiveEvent.DeliveryChanged(delivery));
  }

  /** What the last notice said. */
  public String lastNotice() {
    return notices.getLast().message();
  }

  @Override
  public void close() {
    session.close();
    hub.close();
  }
}
