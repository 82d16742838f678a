package dev.patchbay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.MutableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sixty reads and sixty writes a minute for a user, three hundred of each for the project. */
class QuotaIT {

  private final MutableClock clock = MutableClock.at("2026-03-01T12:00:00Z");

  @Test
  void refusesTheSixtyFirstReadOfAMinute() {
    try (var sandbox = start();
        var wire = Wire.to(sandbox, "standing")) {
      var statuses = IntStream.range(0, 60).map(_ -> read(wire, "").status()).distinct();

      assertThat(statuses).containsExactly(404);
      var refused = read(wire, "");
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("retry-after")).isEmpty();
      var metadata = refused.json().path("error").path("details").path(0).path("metadata");
      assertThat(metadata.path("quota_limit").asText()).isEqualTo("ReadRequestsPerMinutePerUser");
      assertThat(write(wire).status()).isEqualTo(200);
      clock.advance(Duration.ofMinutes(1));
      assertThat(read(wire, "").status()).isEqualTo(404);
    }
  }

  @Test
  void refusesTheSixtyFirstWriteOfAMinute() {
    try (var sandbox = start();
        var wire = Wire.to(sandbox, "standing")) {
      IntStream.range(0, 60).forEach(_ -> write(wire));

      assertThat(write(wire).status()).isEqualTo(429);
      assertThat(write(wire).body()).contains("'Write requests per minute per user'");
    }
  }

  @Test
  void countsUsersByThemselvesButTheProjectAsAWhole() {
    try (var sandbox = start();
        var wire = Wire.to(sandbox, "standing")) {
      for (var user = 0; user < 5; user++) {
        var name = "?quotaUser=u" + user;
        IntStream.range(0, 60).forEach(_ -> read(wire, name));
      }

      var refused = read(wire, "?quotaUser=another");
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.body()).contains("\"quota_limit_value\":\"300\"");
    }
  }

  @Test
  void doesNotCountDrive() {
    try (var sandbox = start();
        var wire = Wire.to(sandbox, "standing")) {
      var statuses =
          IntStream.range(0, 80).map(_ -> wire.get("/drive/v3/files").status()).distinct();

      assertThat(statuses).containsExactly(200);
    }
  }

  private Sandbox start() {
    return Sandbox.start(SandboxOptions.inMemory().withClock(clock).withAcceptedToken("standing"));
  }

  private static Wire.Reply read(Wire wire, String query) {
    return wire.get("/v4/spreadsheets/x" + query);
  }

  private static Wire.Reply write(Wire wire) {
    return wire.post("/v4/spreadsheets?fields=spreadsheetId", "{}");
  }
}
