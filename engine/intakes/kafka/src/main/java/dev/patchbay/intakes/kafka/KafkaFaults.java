package dev.patchbay.intakes.kafka;

import dev.patchbay.spi.SettingFault;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is wrong with settings, one message for each, saying what to write. */
final class KafkaFaults {
  private static final Pattern ADDRESS =
      Pattern.compile("(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+):(\\d{1,5})");
  private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");
  private static final Set<String> PROTOCOLS =
      Set.of("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL");
  private static final Set<String> MECHANISMS = Set.of("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512");

  private final Map<String, String> settings;
  private final Access access;

  private KafkaFaults(Map<String, String> settings) {
    this.settings = settings;
    this.access = Access.of(settings);
  }

  static List<SettingFault> of(Map<String, String> settings) {
    var faults = new KafkaFaults(settings);
    return Stream.of(
            faults.addresses(),
            faults.topics(),
            faults.protocol(),
            faults.mechanism(),
            faults.user(),
            faults.certificate(),
            faults.topicToWrite(KafkaForm.REFUSED_TOPIC, "refused records"),
            faults.topicToWrite(KafkaForm.RESULT_TOPIC, "results"),
            faults.batch())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<SettingFault> addresses() {
    return access.servers().stream()
        .filter(server -> !isAddress(server))
        .findFirst()
        .map(
            server ->
                new SettingFault(
                    KafkaForm.BOOTSTRAP_SERVERS,
                    "'" + server + "' is no address. Write host:port, for example kafka-1:9092."));
  }

  private static boolean isAddress(String server) {
    var matcher = ADDRESS.matcher(server);
    return matcher.matches() && isPort(Integer.parseInt(matcher.group(2)));
  }

  private static boolean isPort(int number) {
    return number >= 1 && number <= 65_535;
  }

  private Optional<SettingFault> topics() {
    return KafkaSettings.list(settings, KafkaForm.TOPICS).stream()
        .filter(topic -> !isTopic(topic))
        .findFirst()
        .map(topic -> noTopic(KafkaForm.TOPICS, topic));
  }

  private static boolean isTopic(String name) {
    return TOPIC.matcher(name).matches() && !name.equals(".") && !name.equals("..");
  }

  private static SettingFault noTopic(String setting, String name) {
    return new SettingFault(
        setting,
        "'"
            + name
            + "' cannot be a topic. Write letters, digits, dots, dashes and underscores, at most"
            + " 249.");
  }

  private Optional<SettingFault> protocol() {
    if (!PROTOCOLS.contains(access.protocol())) {
      return fault(
          KafkaForm.SECURITY_PROTOCOL, "Write PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL.");
    }
    if (!access.hasLogin() && (access.user().isPresent() || access.mechanism().isPresent())) {
      return fault(
          KafkaForm.SECURITY_PROTOCOL,
          "A login is set, but "
              + access.protocol()
              + " knows none. Write SASL_SSL or SASL_PLAINTEXT, or empty user and sasl-mechanism.");
    }
    if (!access.isEncrypted() && access.caCertificate().isPresent()) {
      return fault(
          KafkaForm.SECURITY_PROTOCOL,
          "A CA certificate is set, but "
              + access.protocol()
              + " does not encrypt. Write SSL or SASL_SSL, or empty ca-certificate.");
    }
    return Optional.empty();
  }

  private Optional<SettingFault> mechanism() {
    var known = access.mechanism().map(MECHANISMS::contains);
    return known.orElse(!access.hasLogin())
        ? Optional.empty()
        : fault(KafkaForm.SASL_MECHANISM, "Write PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512.");
  }

  private Optional<SettingFault> user() {
    return access.hasLogin() && access.user().isEmpty()
        ? fault(KafkaForm.USER, "Write the user that " + access.protocol() + " logs in with.")
        : Optional.empty();
  }

  private Optional<SettingFault> certificate() {
    return access.caCertificate().filter(pem -> !isCertificate(pem)).isPresent()
        ? fault(
            KafkaForm.CA_CERTIFICATE,
            "This is no certificate. Paste PEM text that begins with -----BEGIN CERTIFICATE-----.")
        : Optional.empty();
  }

  private static boolean isCertificate(String pem) {
    try {
      var text = new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8));
      var found = CertificateFactory.getInstance("X.509").generateCertificates(text);
      return pem.contains("-----BEGIN CERTIFICATE-----") && !found.isEmpty();
    } catch (CertificateException unreadable) {
      return false;
    }
  }

  private Optional<SettingFault> topicToWrite(String setting, String what) {
    var name = KafkaSettings.text(settings, setting);
    if (name.isPresent() && KafkaSettings.list(settings, KafkaForm.TOPICS).contains(name.get())) {
      return fault(
          setting,
          "The hub reads this topic. Write another one, or " + what + " go round in circles.");
    }
    return name.filter(topic -> !isTopic(topic)).map(topic -> noTopic(setting, topic));
  }

  private Optional<SettingFault> batch() {
    return KafkaSettings.text(settings, KafkaForm.BATCH).filter(text -> !isBatch(text)).isPresent()
        ? fault(KafkaForm.BATCH, "Write a number from 1 to 2000.")
        : Optional.empty();
  }

  private static boolean isBatch(String text) {
    try {
      int number = Integer.parseInt(text);
      return number >= 1 && number <= KafkaSettings.LARGEST_BATCH;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static Optional<SettingFault> fault(String setting, String message) {
    return Optional.of(new SettingFault(setting, message));
  }
}
