package dev.patchbay.intakes.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.intake.Intake;
import dev.patchbay.spi.intake.IntakeHealth.State;
import dev.patchbay.testkit.Eventually;
import dev.patchbay.testkit.Fault;
import dev.patchbay.testkit.TcpFaultProxy;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;

/** What an intake does when Redis or the way to it fails, against a real Redis. */
class RedisOutageIT extends RedisRig {
  @Test
  void goesOnByItselfAfterRedisWasKilled() {
    add(1, 20);
    var intake = start();
    awaitDone(ids(1, 20));

    redis.close();
    server.kill();
    awaitReason(intake, State.DOWN, "Redis at 127.0.0.1:" + server.port() + " cannot be reached");
    server.startAgain();
    redis = server.client();
    add(21, 40);

    awaitDone(ids(1, 40));
    assertThat(hub.incidents()).isEmpty();
    Eventually.soon().passes(() -> assertThat(intake.health().state()).isEqualTo(State.UP));
  }

  @Test
  void bringsWhatItHeldWhenRedisWasKilled() {
    add(1, 5);
    hub.refuse();
    start();
    Eventually.soon().isTrue("brought", () -> !hub.brought().isEmpty());

    redis.close();
    server.kill();
    server.startAgain();
    redis = server.client();
    hub.open();

    awaitDone(ids(1, 5));
    assertThat(hub.incidents()).isEmpty();
  }

  @Test
  void saysThatThePasswordIsRefusedAndReadsOnceItIsMended() {
    add(1, 3);
    call(Command.CONFIG, "SET", "requirepass", "open sesame");
    try {
      var intake = start();
      awaitReason(intake, State.DOWN, "wants a password");
      password.set(Optional.of("abracadabra"));
      awaitReason(intake, State.DOWN, "refused the password");
      assertThat(intake.health().reason()).doesNotContain("abracadabra");

      password.set(Optional.of("open sesame"));

      awaitStored(ids(1, 3));
    } finally {
      call(Command.CONFIG, "SET", "requirepass", "");
    }
  }

  @Test
  void saysThatAUserMayNotRead() {
    call(Command.ACL, "SETUSER", "guest", "on", ">secret", "+ping", "~*");
    password.set(Optional.of("secret"));

    var intake = start("n1", Map.of("user", "guest"));

    awaitReason(intake, State.DOWN, "does not let this user do what it needs");
  }

  @Test
  void readsAsAUserWithTheRightsThatItsFormNames() {
    call(
        Command.ACL,
        "SETUSER",
        "reader",
        "on",
        ">secret",
        "~" + STREAM,
        "+@connection",
        "+@transaction",
        "+@stream");
    password.set(Optional.of("secret"));
    add(1, 3);
    createGroup();
    readAs("dead", 1);

    start("n1", Map.of("user", "reader", "claim-after", "1")).health();

    awaitDoneInAnyOrder(ids(1, 3));
  }

  @Test
  void saysThatTheKeyIsNoStream() {
    redis.set(STREAM, "text");

    var intake = start();
    awaitReason(intake, State.DOWN, "something else than a stream");
    redis.del(STREAM);
    add(1, 1);

    awaitStored(ids(1, 1));
  }

  @Test
  void losesNothingWhenConnectionsBreakInTheMiddleOfReads() {
    add(1, 300);
    try (var proxy = TcpFaultProxy.to(server.port())) {
      proxy.inject(new Fault.ResetAfter(Fault.Direction.ANSWER, 6_000));
      var intake = startAt(proxy.port(), "n1", Map.of("batch", "50"));
      awaitReason(intake, State.DOWN, "cannot be reached");
      Eventually.soon().isTrue("some came through", () -> !hub.stored().isEmpty());
      proxy.heal();

      Eventually.soon()
          .passes(
              () ->
                  assertThat(new TreeSet<>(hub.storedIds())).isEqualTo(new TreeSet<>(ids(1, 300))));
      Eventually.soon().isTrue("acknowledged", () -> pending() == 0);
      intake.close();
    }
    assertThat(hub.incidents()).isEmpty();
  }

  @Test
  void acknowledgesAfterwardsWhatWasStoredWhileTheConnectionWasGone() {
    add(1, 5);
    hub.hold();
    try (var proxy = TcpFaultProxy.to(server.port())) {
      var intake = startAt(proxy.port(), "n1", Map.of());
      Eventually.soon().isTrue("brought", () -> hub.brought().size() == 1);

      proxy.inject(new Fault.Cut());
      call(Command.XTRIM, STREAM, "MAXLEN", "0");
      hub.open();
      awaitReason(intake, State.DOWN, "cannot be reached");
      proxy.heal();

      awaitDone(ids(1, 5));
      intake.close();
    }
    assertThat(hub.brought()).hasSize(1);
    assertThat(hub.incidents()).isEmpty();
  }

  @Test
  void closesWhileRedisIsGone() {
    try (var proxy = TcpFaultProxy.to(server.port())) {
      proxy.inject(new Fault.Cut());
      var intake = startAt(proxy.port(), "n1", Map.of());
      awaitReason(intake, State.DOWN, "cannot be reached");

      intake.close();
    }
    assertThat(new ArrayList<>(hub.brought())).isEmpty();
  }

  private static void awaitReason(Intake intake, State state, String reason) {
    Eventually.soon()
        .passes(
            () -> {
              assertThat(intake.health().state()).isEqualTo(state);
              assertThat(intake.health().reason()).contains(reason);
            });
  }
}
