package dev.patchbay.intakes.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.SettingFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaFaultsTest {
  private final Map<String, String> settings =
      new HashMap<>(Map.of("bootstrap-servers", "kafka-1:9092", "topics", "orders"));

  @Test
  void findsNoFaultInTheLeastThatIsNeeded() {
    assertThat(faults()).isEmpty();
  }

  @Test
  void findsNoFaultWhereAllIsSet() {
    settings.put("bootstrap-servers", "kafka_1.example:9092, [::1]:9093 ,10.0.0.1:9094");
    settings.put("topics", "orders, order.lines_2");
    settings.put("group", "hub");
    settings.put("security-protocol", "SASL_SSL");
    settings.put("sasl-mechanism", "SCRAM-SHA-512");
    settings.put("user", "hub");
    settings.put("ca-certificate", Certificates.SELF_SIGNED);
    settings.put("refused-topic", "refused");
    settings.put("result-topic", "results");
    settings.put("batch", "1");

    assertThat(faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kafka-1", "kafka-1:0", "kafka-1:65536", "kafka://kafka-1:9092", "a b:1"})
  void namesAnAddressThatIsNone(String address) {
    settings.put("bootstrap-servers", "good:9092," + address);

    assertThat(faults())
        .containsExactly(
            new SettingFault(
                "bootstrap-servers",
                "'" + address + "' is no address. Write host:port, for example kafka-1:9092."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"or ders", "..", "a/b", "naïve"})
  void namesATopicThatCanBeNone(String topic) {
    settings.put("topics", "orders," + topic);

    assertThat(faults()).extracting(SettingFault::setting).containsExactly("topics");
    assertThat(faults().getFirst().message()).startsWith("'" + topic + "' cannot be a topic.");
  }

  @Test
  void namesProtocolMechanismAndBatchThatAreUnknown() {
    settings.put("security-protocol", "TLS");
    settings.put("sasl-mechanism", "GSSAPI");
    settings.put("batch", "2001");

    assertThat(faults())
        .containsExactly(
            new SettingFault(
                "security-protocol", "Write PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL."),
            new SettingFault("sasl-mechanism", "Write PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512."),
            new SettingFault("batch", "Write a number from 1 to 2000."));
  }

  @Test
  void asksForWhatALoginMisses() {
    settings.put("security-protocol", "SASL_SSL");

    assertThat(faults())
        .extracting(SettingFault::setting)
        .containsExactly("sasl-mechanism", "user");
  }

  @Test
  void namesALoginThatNobodyAsksFor() {
    settings.put("user", "hub");

    assertThat(faults())
        .containsExactly(
            new SettingFault(
                "security-protocol",
                "A login is set, but PLAINTEXT knows none. Write SASL_SSL or SASL_PLAINTEXT, or"
                    + " empty user and sasl-mechanism."));
  }

  @Test
  void namesACertificateThatNobodyAsksFor() {
    settings.put("ca-certificate", Certificates.SELF_SIGNED);

    assertThat(faults()).extracting(SettingFault::setting).containsExactly("security-protocol");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"abc", "-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----", "MIIB"})
  void namesACertificateThatIsNone(String text) {
    settings.put("security-protocol", "SSL");
    settings.put("ca-certificate", text);

    assertThat(faults()).extracting(SettingFault::setting).containsExactly("ca-certificate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"refused-topic", "result-topic"})
  void refusesToWriteToATopicThatItReads(String setting) {
    settings.put("topics", "invoices, orders");
    settings.put(setting, " orders");

    assertThat(faults()).extracting(SettingFault::setting).containsExactly(setting);
    assertThat(faults().getFirst().message()).contains("go round in circles");
  }

  @Test
  void namesATopicForResultsThatCanBeNone() {
    settings.put("result-topic", "re sults");

    assertThat(faults()).extracting(SettingFault::setting).containsExactly("result-topic");
  }

  private List<SettingFault> faults() {
    return new KafkaIntakeType().faults(settings);
  }
}
