package dev.patchbay.intakes.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the brokers are reached.
 *
 * @param servers as host:port
 * @param protocol in Kafka's words, for example {@code SASL_SSL}
 * @param mechanism of the login, empty without one
 * @param caCertificate PEM text of whom to trust; Java's own authorities if empty
 */
record Access(
    List<String> servers,
    String protocol,
    Optional<String> mechanism,
    Optional<String> user,
    Optional<String> caCertificate) {
  Access {
    servers = List.copyOf(servers);
  }

  static Access of(Map<String, String> settings) {
    return new Access(
        KafkaSettings.list(settings, KafkaForm.BOOTSTRAP_SERVERS),
        KafkaSettings.text(settings, KafkaForm.SECURITY_PROTOCOL).orElse("PLAINTEXT"),
        KafkaSettings.text(settings, KafkaForm.SASL_MECHANISM),
        KafkaSettings.text(settings, KafkaForm.USER),
        KafkaSettings.text(settings, KafkaForm.CA_CERTIFICATE));
  }

  boolean hasLogin() {
    return protocol.startsWith("SASL_");
  }

  boolean isEncrypted() {
    return protocol.endsWith("SSL");
  }

  /** The addresses for a message. */
  String addresses() {
    return String.join(", ", servers);
  }
}
