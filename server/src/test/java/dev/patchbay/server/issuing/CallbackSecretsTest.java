package dev.patchbay.server.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.server.rig.CapturedLog;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.UnreadableSecretException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How often secrets of callbacks are read and opened. */
class CallbackSecretsTest {
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE);
  private List<PluginInstance> connectors = List.of(connector(1));
  private final CallbackSecrets secrets =
      new CallbackSecrets(() -> connectors, _ -> counted(), now::get);

  private static PluginInstance connector(long version) {
    var set = List.of(DocumentsType.CALLBACK_SECRET);
    return new PluginInstance("papers", DocumentsType.NAME, Map.of(), set, true, version);
  }

  private Secrets counted() {
    reads.incrementAndGet();
    return name ->
        name.equals(DocumentsType.CALLBACK_SECRET) ? Optional.of("c2VjcmV0") : Optional.empty();
  }

  @Test
  void theyAreReadOnceHoweverManyMessagesCome() {
    for (int message = 0; message < 100; message++) {
      assertThat(secrets.byConnector().get("papers")).hasSize(1);
    }
    assertThat(reads).hasValue(1);
  }

  @Test
  void theyAreReadAnewAfterAFewSecondsAndAfterAChangeAtOnce() {
    secrets.byConnector();
    now.addAndGet(Duration.ofSeconds(5).toNanos());
    secrets.byConnector();
    assertThat(reads).hasValue(2);

    connectors = List.of(connector(2));
    secrets.byConnector();
    assertThat(reads).hasValue(3);

    connectors = List.of();
    assertThat(secrets.byConnector()).isEmpty();
  }

  @Test
  void aSecretThatDoesNotOpenIsWarnedOfOnce() {
    var unreadable = new UnreadableSecretException("callback-secret", new IOException("torn"));
    var log = CapturedLog.open();
    var sealed =
        new CallbackSecrets(
            () -> connectors,
            _ ->
                _ -> {
                  throw unreadable;
                },
            now::get);

    for (int look = 0; look < 3; look++) {
      assertThat(sealed.byConnector().get("papers")).isEmpty();
      now.addAndGet(Duration.ofMinutes(1).toNanos());
    }

    assertThat(log.text()).containsOnlyOnce("connector papers: " + unreadable.getMessage());
  }
}
