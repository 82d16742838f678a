package dev.patchbay.server.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.server.http.ProblemException;
import dev.patchbay.testkit.Eventually;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveStreamTest {
  private static final Duration QUIET = Duration.ofMillis(20);
  private final LiveStream stream = new LiveStream(new Random(1), QUIET);

  @Test
  void aQuietStreamIsKeptAlive() throws InterruptedException {
    var client = new Listening(null);
    Eventually.soon()
        .passes(() -> assertThat(client.heard()).startsWith(": connected\n\n: alive\n\n: alive"));
    client.end();
    assertThat(stream.clients()).isZero();
  }

  @Test
  void whoComesBackGetsWhatFollowedHisLastEvent() throws InterruptedException {
    var first = new Listening(null);
    stream.publish("a", Map.of("n", 1));
    stream.publish("b", Map.of("n", 2));
    Eventually.soon().passes(() -> assertThat(first.heard()).contains("event: b"));
    var id =
        first.heard().lines().filter(line -> line.startsWith("id: ")).findFirst().orElseThrow();

    var second = new Listening(id.substring(4));

    Eventually.soon().passes(() -> assertThat(second.heard()).contains("event: b"));
    assertThat(second.heard())
        .contains("data: {\"n\":2}\n\n")
        .doesNotContain("event: a", "lagging");
    second.end();
    first.end();
  }

  @Test
  void whoFellBehindLearnsHowMuchHeMissed() throws InterruptedException {
    var first = new Listening(null);
    stream.publish("a", Map.of());
    Eventually.soon().passes(() -> assertThat(first.heard()).contains("id: "));
    var id =
        first.heard().lines().filter(line -> line.startsWith("id: ")).findFirst().orElseThrow();
    for (int i = 0; i < 2_050; i++) {
      stream.publish("b", Map.of("i", i));
    }
    var late = new Listening(id.substring(4));
    Eventually.soon()
        .passes(
            () -> assertThat(late.heard()).contains("event: lagging\ndata: {\"missed\":2}\n\n"));
    late.end();
    first.end();
  }

  @Test
  void theNumberOfClientsIsBounded() {
    for (int i = 0; i < 64; i++) {
      stream.open(null);
    }
    assertThatThrownBy(() -> stream.open(null)).isInstanceOf(ProblemException.class);
    assertThat(stream.clients()).isEqualTo(64);
  }

  /** A client on a thread of its own. */
  private final class Listening {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Thread thread;

    Listening(@Nullable String last) {
      var client = stream.open(last);
      this.thread = Thread.ofVirtual().start(() -> client.copyTo(out));
    }

    String heard() {
      return out.toString(StandardCharsets.UTF_8);
    }

    void end() throws InterruptedException {
      stream.close();
      thread.join();
    }
  }
}
