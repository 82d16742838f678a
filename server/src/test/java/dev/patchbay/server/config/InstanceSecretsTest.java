package dev.patchbay.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.credential.SealedSecret;
import dev.patchbay.core.credential.SecretSealer;
import dev.patchbay.core.plugin.PluginInstance;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InstanceSecretsTest {
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE);
  private final SecretSealer sealer = new Reversing();
  private String stored = "first";
  private final InstanceSecrets secrets =
      new InstanceSecrets(
          new PluginInstance("c", "http", Map.of(), List.of("authorization"), true, 1),
          (owner, name) -> {
            reads.incrementAndGet();
            return Optional.of(sealer.seal(owner + "/" + name, stored));
          },
          sealer,
          now::get);

  @Test
  void aSecretThatIsNotSetIsNotLookedFor() {
    assertThat(secrets.get("signing-secret")).isEmpty();
    assertThat(reads).hasValue(0);
  }

  @Test
  void aSecretIsReadOnceHoweverOftenItIsUsedInASecond() {
    for (int call = 0; call < 300; call++) {
      assertThat(secrets.get("authorization")).hasValue("first");
    }
    assertThat(reads).hasValue(1);
  }

  @Test
  void aRotatedSecretTakesEffectAfterASecond() {
    assertThat(secrets.get("authorization")).hasValue("first");
    stored = "second";
    now.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(secrets.get("authorization")).hasValue("second");
  }

  /** Enough of a seal to see that what is kept is not the clear text. */
  private static final class Reversing implements SecretSealer {
    @Override
    public SealedSecret seal(String name, String clear) {
      return new SealedSecret(UUID.randomUUID(), name, bytes(clear));
    }

    @Override
    public String open(SealedSecret sealed) {
      var text = new String(sealed.ciphertext(), StandardCharsets.UTF_8);
      return new StringBuilder(text).reverse().toString();
    }

    private static byte[] bytes(String clear) {
      return new StringBuilder(clear).reverse().toString().getBytes(StandardCharsets.UTF_8);
    }
  }
}
