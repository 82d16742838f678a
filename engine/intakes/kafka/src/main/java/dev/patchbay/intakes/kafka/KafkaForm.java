package dev.patchbay.intakes.kafka;

import dev.patchbay.spi.Setting;
import dev.patchbay.spi.Setting.Kind;
import java.util.List;

/** The settings as a form asks for them. */
final class KafkaForm {
  static final String BOOTSTRAP_SERVERS = "bootstrap-servers";
  static final String TOPICS = "topics";
  static final String GROUP = "group";
  static final String SECURITY_PROTOCOL = "security-protocol";
  static final String SASL_MECHANISM = "sasl-mechanism";
  static final String USER = "user";
  static final String PASSWORD = "password";
  static final String CA_CERTIFICATE = "ca-certificate";
  static final String REFUSED_TOPIC = "refused-topic";
  static final String RESULT_TOPIC = "result-topic";
  static final String BATCH = "batch";

  private KafkaForm() {}

  static List<Setting> settings() {
    return List.of(
        required(
            BOOTSTRAP_SERVERS,
            "Addresses",
            "One or more brokers as host:port, separated by commas, for example"
                + " kafka-1:9092,kafka-2:9092."),
        required(TOPICS, "Topics", "Names of the topics to read, separated by commas."),
        text(GROUP, "Consumer group", "All nodes of the hub share it; patchbay if empty."),
        text(
            SECURITY_PROTOCOL,
            "Security protocol",
            "PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL; PLAINTEXT if empty."),
        text(
            SASL_MECHANISM,
            "Login mechanism",
            "For the SASL protocols: PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512."),
        text(USER, "User", "For the SASL protocols."),
        new Setting(PASSWORD, "Password", "For the SASL protocols.", Kind.TEXT, false, true),
        new Setting(
            CA_CERTIFICATE,
            "CA certificate",
            "PEM text of the authority that signed the brokers' certificates. Leave empty for the"
                + " authorities that Java trusts.",
            Kind.MULTILINE,
            false,
            false),
        text(
            REFUSED_TOPIC,
            "Topic for refused records",
            "Records that the hub put aside are copied there with their reasons. Leave empty for"
                + " none."),
        text(
            RESULT_TOPIC,
            "Topic for results",
            "The hub tells there which events could not be delivered. Leave empty for none."),
        new Setting(
            BATCH,
            "Batch",
            "Records handed over together, 1 to 2000; 2000 if empty.",
            Kind.NUMBER,
            false,
            false));
  }

  private static Setting required(String name, String label, String help) {
    return new Setting(name, label, help, Kind.TEXT, true, false);
  }

  private static Setting text(String name, String label, String help) {
    return new Setting(name, label, help, Kind.TEXT, false, false);
  }
}
