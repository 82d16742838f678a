package dev.patchbay.intakes.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.intake.IntakeContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.security.JaasContext;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.junit.jupiter.api.Test;

class ClientPropertiesTest {
  private static final String PASSWORD = "a \"quoted\" \\ back; slash\nand 'more' = x";

  private final Map<String, String> settings =
      new HashMap<>(Map.of("bootstrap-servers", "localhost:9092", "topics", "orders"));

  @Test
  void handsThePasswordToKafkaAsItIs() {
    login();

    var entries = JaasContext.loadClientContext(properties().ofConsumer()).configurationEntries();

    assertThat(entries).hasSize(1);
    assertThat(entries.getFirst().getLoginModuleName()).isEqualTo(ScramLoginModule.class.getName());
    assertThat(entries.getFirst().getOptions())
        .isEqualTo(Map.of("username", "hub", "password", PASSWORD));
  }

  @Test
  void showsThePasswordToNobody() {
    login();

    assertThat(properties().ofConsumer().toString()).doesNotContain("quoted", "slash");
    assertThat(properties().ofProducer().toString()).doesNotContain("quoted", "slash");
    assertThat(properties().ofPublisher().toString()).doesNotContain("quoted", "slash");
    assertThat(properties().ofAdmin().toString()).doesNotContain("quoted", "slash");
  }

  @Test
  void makesAClientThatTrustsTheCertificate() {
    settings.put("security-protocol", "SSL");
    settings.put("ca-certificate", Certificates.SELF_SIGNED);

    try (var consumer = new KafkaConsumer<byte[], byte[]>(properties().ofConsumer())) {
      assertThat(consumer.subscription()).isEmpty();
    }
  }

  private void login() {
    settings.put("security-protocol", "SASL_PLAINTEXT");
    settings.put("sasl-mechanism", "SCRAM-SHA-256");
    settings.put("user", "hub");
  }

  private ClientProperties properties() {
    var context =
        new IntakeContext(
            "orders",
            "node-1",
            settings,
            name -> Optional.of(PASSWORD).filter(_ -> name.equals("password")),
            new NotedCheckpoints(),
            _ -> {});
    return new ClientProperties(KafkaSettings.of(settings), context);
  }
}
