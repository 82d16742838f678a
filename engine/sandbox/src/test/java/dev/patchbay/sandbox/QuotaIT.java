package dev.patchbay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.MutableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sixty reads and sixty writes a minute for a user. */
class QuotaIT {

  private static final MutableClock CLOCK = MutableClock.at("2026-03-01T12:00:00Z");

  private static Sandbox sandbox;
  private static Wire wire;

  @BeforeAll
  static void start() {
    sandbox =
        Sandbox.start(SandboxOptions.inMemory().withClock(CLOCK).withAcceptedToken("standing"));
    wire = Wire.to(sandbox, "standing");
  }

  @AfterAll
  static void stop() {
    wire.close();
    sandbox.close();
  }

  @BeforeEach
  void waitForANewMinute() {
    CLOCK.advance(Duration.ofMinutes(1));
  }

  @Test
  void refusesTheSixtyFirstReadOfAMinuteAndNoWrite() {
    assertThat(IntStream.range(0, 60).map(_ -> read("").status()).distinct()).containsExactly(404);

    var refused = read("");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("retry-after")).isEmpty();
    var metadata = refused.json().path("error").path("details").path(0).path("metadata");
    assertThat(metadata.path("quota_limit").asText()).isEqualTo("ReadRequestsPerMinutePerUser");
    assertThat(write().status()).isEqualTo(200);
  }

  @Test
  void refusesTheSixtyFirstWriteUntilTheNextMinute() {
    IntStream.range(0, 60).forEach(_ -> write());

    assertThat(write().body()).contains("'Write requests per minute per user'");
    waitForANewMinute();
    assertThat(write().status()).isEqualTo(200);
  }

  @Test
  void countsUsersByTheQuotaUserThatACallNames() {
    IntStream.range(0, 60).forEach(_ -> read("?quotaUser=one"));

    assertThat(read("?quotaUser=one").status()).isEqualTo(429);
    assertThat(read("?quotaUser=two").status()).isEqualTo(404);
  }

  @Test
  void doesNotCountDrive() {
    var statuses = IntStream.range(0, 61).map(_ -> wire.get("/drive/v3/files").status()).distinct();

    assertThat(statuses).containsExactly(200);
  }

  private static Wire.Reply read(String query) {
    return wire.get("/v4/spreadsheets/x" + query);
  }

  private static Wire.Reply write() {
    return wire.post("/v4/spreadsheets?fields=spreadsheetId", "{}");
  }
}
