package dev.patchbay.console.viewmodel.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.LiveEvent;
import dev.patchbay.console.viewmodel.Desk;
import dev.patchbay.console.viewmodel.routes.RoutesModel;
import dev.patchbay.model.Problem;
import dev.patchbay.model.access.Caller;
import dev.patchbay.model.access.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final LiveEvent GONE =
      new LiveEvent.Disconnected(new Failure.Unreachable("hub", "gone"));

  @Test
  void offlineSwitchesChangesOffAndSaysSinceWhen() {
    try (var desk = Desk.with(10)) {
      desk.live(new LiveEvent.Connected());
      var reason = desk.session.readOnlyReason();
      assertThat(reason.getValue()).isEmpty();
      desk.live(GONE);
      assertThat(reason.getValue()).startsWith("Offline since ").contains("switched off");
      desk.live(new LiveEvent.Connected());
      assertThat(reason.getValue()).isEmpty();
    }
  }

  @Test
  void theAgeOfTheDataCountsFromTheFirstBreak() {
    try (var desk = Desk.with(10)) {
      desk.live(GONE);
      var since = desk.clock.instant();
      desk.clock.advance(Duration.ofMinutes(3));
      desk.live(GONE);
      assertThat(desk.session.feed().link().get()).isEqualTo(new Link(Link.State.OFFLINE, since));
    }
  }

  @Test
  void aRoleThatMayOnlyLookIsToldWhoCanGrantMore() {
    try (var desk = Desk.of(Role.VIEWER)) {
      assertThat(desk.session.readOnlyReason().getValue())
          .isEqualTo(
              "Your role is Viewer: you can look, not change. An administrator can grant more.");
      assertThat(List.of(desk.session.maySupport(), desk.session.mayAdminister()))
          .containsExactly(false, false);
    }
  }

  @Test
  void supportMayRetryButNotConfigure() {
    try (var desk = Desk.of(Role.SUPPORT)) {
      assertThat(List.of(desk.session.maySupport(), desk.session.mayAdminister()))
          .containsExactly(true, false);
      assertThat(desk.session.readOnlyReason().getValue()).isEmpty();
    }
  }

  @Test
  void readOnlySwitchesChangesOffSaysSoAndIsRemembered() {
    try (var desk = Desk.with(10)) {
      var profile = desk.session.keptProfile();
      assertThat(profile.change(one -> one.withReadOnly(true))).isTrue();
      assertThat(desk.session.readOnlyReason().getValue())
          .isEqualTo(
              "“City hub” is read-only on this computer: you can look, not change."
                  + " Allow changes to go on.");
      assertThat(desk.store.load()).containsExactly(desk.session.profile());
      assertThat(profile.change(one -> one.withReadOnly(false))).isTrue();
      assertThat(desk.session.readOnlyReason().getValue()).isEmpty();
    }
  }

  @Test
  void readOnlyTheModelsAreRefusedToo() {
    try (var desk = Desk.with(10);
        var routes = new RoutesModel(desk.session, desk.notices::add)) {
      desk.tasks.settle();
      desk.session.keptProfile().change(one -> one.withReadOnly(true));
      var before = routes.routes().get();
      routes.turn(before.getFirst());
      desk.tasks.settle();
      assertThat(routes.routes().get()).isEqualTo(before);
      assertThat(desk.lastNotice()).isEqualTo("Nothing was sent: this profile is read-only.");
      assertThat(desk.hub.calls).noneMatch(call -> call.startsWith("POST"));
    }
  }

  @Test
  void aRefusedKeyIsNoticedByAnyCallAndByTheStream() {
    var refused = new Problem("/problems/key", "Not logged in", 401, null, List.of(), null);
    try (var desk = Desk.with(10)) {
      desk.live(new LiveEvent.Disconnected(new Failure.LoggedOut(refused)));
      assertThat(desk.session.loggedOut().get()).isTrue();
    }
    try (var desk = Desk.with(10)) {
      desk.hub.acceptOnly("another");
      var failures = new ArrayList<Failure>();
      desk.session.run(desk.session.client()::counts, _ -> {}, failures::add);
      desk.tasks.settle();
      assertThat(desk.session.loggedOut().get()).isTrue();
      assertThat(failures).hasSize(1);
    }
  }

  @Test
  void aNewKeyContinuesWithTheRoleItBrings() {
    try (var desk = Desk.with(10)) {
      desk.hub.acceptOnly("pb_new_key");
      desk.session.run(desk.session.client()::counts, _ -> {}, _ -> {});
      desk.tasks.settle();
      desk.hub.callerIs(Role.SUPPORT);
      desk.session.logInAgain("pb_new_key", () -> {}, _ -> {});
      desk.tasks.settle();
      assertThat(desk.session.loggedOut().get()).isFalse();
      assertThat(desk.session.caller().get()).isEqualTo(new Caller("anna", Role.SUPPORT));
    }
  }

  @Test
  void aSecondWrongKeyIsSaidAndNothingChanges() {
    try (var desk = Desk.with(10)) {
      var failures = new ArrayList<Failure>();
      desk.session.logInAgain("pb_wrong", () -> failures.clear(), failures::add);
      desk.tasks.settle();
      assertThat(failures).singleElement().isInstanceOf(Failure.LoggedOut.class);
    }
  }

  @Test
  void aFloodIsBroughtInPortionsOfAPulse() {
    try (var desk = Desk.with(10)) {
      var seen = new ArrayList<LiveEvent>();
      desk.session.feed().subscribe(seen::add);
      for (int i = 0; i < 2 * LiveFeed.PORTION + 1; i++) {
        desk.session.feed().offer(new LiveEvent.Lagging());
      }
      var afterEachPulse = new ArrayList<Integer>();
      while (desk.tasks.pulse()) {
        afterEachPulse.add(seen.size());
      }
      assertThat(afterEachPulse).containsExactly(200, 400, 401);
    }
  }

  @Test
  void whoUnsubscribedHearsNothingMore() {
    try (var desk = Desk.with(10)) {
      var seen = new ArrayList<LiveEvent>();
      desk.session.feed().subscribe(seen::add).unsubscribe();
      desk.live(new LiveEvent.Lagging());
      assertThat(seen).isEmpty();
    }
  }
}
