package dev.patchbay.server.demo.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.delivery.DeliveryCounts;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.server.client.HubClient;
import dev.patchbay.server.demo.DemoDirectory;
import dev.patchbay.server.demo.channel.Via;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveDemoIT {
  private static final Duration LONGEST = Duration.ofMinutes(2);

  @TempDir private Path directory;

  @Test
  void aSmallCityFillsASheetAndIsFoundAgain() {
    DeliveryCounts before;
    try (var demo = start();
        var hub = new HubClient(demo.api(), demo.firstKey())) {
      before = settled(hub);
      assertThat(before.accepted()).isGreaterThan(150);
      assertThat(before.noRoute()).as("comments").isPositive();
      assertThat(of(before, DeliveryState.DELIVERED)).isPositive();
      Eventually.within(LONGEST) // it was told last, and may be one of those that are on their way
          .passes(
              () ->
                  assertThat(hub.deliveries(DeliveryState.DEAD, 500).orFail().items())
                      .anyMatch(dead -> String.valueOf(dead.cause()).contains("50000")));
      assertThat(hub.route("requests-to-sheet").orFail().targetTitle()).endsWith(" / Requests");
      Eventually.within(LONGEST)
          .isTrue(
              "a report is made",
              () -> Files.exists(directory.resolve("reports").resolve("Open requests.xlsx")));
      Eventually.within(LONGEST)
          .isTrue("a letter is written", () -> hasFiles(directory.resolve("reports/letters")));
      assertThat(demo.oldList()).exists();
      assertThat(hub.service("requests").orFail().version()).isOne();
      Eventually.soon() // there are none while the server is busy
          .passes(
              () ->
                  assertThat(demo.inWords().orElseThrow())
                      .matches("\\d+ events · \\d+ delivered · .*"));
      before = hub.counts().orFail(); // the city went on meanwhile
    }
    try (var again = start();
        var hub = new HubClient(again.api(), again.firstKey())) {
      assertThat(hub.connector("google").orFail().version()).as("its key is new").isEqualTo(2);
      assertThat(hub.service("requests").orFail().version()).as("so is its place").isEqualTo(2);
      assertThat(hub.route("requests-to-sheet").orFail().version()).isOne();
      assertThat(hub.counts().orFail().accepted())
          .as("the past is told once")
          .isLessThan(before.accepted() + 100);
    }
  }

  private static boolean hasFiles(Path folder) {
    try (var days = Files.walk(folder)) {
      return days.anyMatch(file -> file.toString().endsWith(".docx"));
    } catch (IOException absent) {
      return false;
    }
  }

  private LiveDemo start() {
    return LiveDemo.start(DemoDirectory.kept(directory), Via.HTTP, new SplittableRandom(2026));
  }

  /** The books once the past is delivered, while the present trickles in. */
  private static DeliveryCounts settled(HubClient hub) {
    Eventually.within(LONGEST)
        .isTrue(
            "the past is delivered", () -> of(hub.counts().orFail(), DeliveryState.PENDING) < 3);
    return hub.counts().orFail();
  }

  private static long of(DeliveryCounts counts, DeliveryState state) {
    return counts.byState().getOrDefault(state, 0L);
  }
}
