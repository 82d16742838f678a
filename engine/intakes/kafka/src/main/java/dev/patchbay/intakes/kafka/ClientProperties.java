package dev.patchbay.intakes.kafka;

import dev.patchbay.spi.intake.IntakeContext;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What each client of one session is told. The password is asked for anew each time.
 *
 * @param context names the clients and knows the password
 */
record ClientProperties(KafkaSettings settings, IntakeContext context) {
  private static final int MEBIBYTE = 1 << 20;

  Map<String, Object> ofConsumer() {
    var all = common();
    all.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
    all.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    all.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    // a node that died is noticed soon, and a rebalance is heard of at once
    all.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 15_000);
    all.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_000);
    all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batch());
    all.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 * MEBIBYTE);
    all.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MEBIBYTE);
    all.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return all;
  }

  Map<String, Object> ofAdmin() {
    var all = common();
    all.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
    all.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
    return all;
  }

  Map<String, Object> ofProducer() {
    var all = common();
    all.put(ProducerConfig.ACKS_CONFIG, "all");
    all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
    all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
    // what a topic takes is the broker's to say
    all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 64 * MEBIBYTE);
    all.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    all.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return all;
  }

  /** As {@link #ofProducer}, beside one that copies refused records. */
  Map<String, Object> ofPublisher() {
    var all = ofProducer();
    all.merge(CommonClientConfigs.CLIENT_ID_CONFIG, "-results", (id, end) -> id + (String) end);
    // a record that the client itself sends again is there once, and in its order
    all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    return all;
  }

  private Map<String, Object> common() {
    var access = settings.access();
    var all = new HashMap<String, Object>();
    all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, access.servers());
    all.put(
        CommonClientConfigs.CLIENT_ID_CONFIG, "patchbay-" + context.name() + "-" + context.node());
    all.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, access.protocol());
    // each failed attempt is a warning in the log
    all.put(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, 250);
    all.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
    all.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
    all.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
    access.mechanism().ifPresent(mechanism -> putLogin(all, mechanism));
    access
        .caCertificate()
        .ifPresent(
            pem -> {
              all.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
              all.put(SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG, new Password(pem));
            });
    return all;
  }

  private void putLogin(Map<String, Object> all, String mechanism) {
    var module =
        mechanism.startsWith("SCRAM")
            ? "org.apache.kafka.common.security.scram.ScramLoginModule"
            : "org.apache.kafka.common.security.plain.PlainLoginModule";
    var user = settings.access().user().orElse("");
    var password = context.secrets().get(KafkaForm.PASSWORD).orElse("");
    var login =
        module + " required username=" + quoted(user) + " password=" + quoted(password) + ';';
    all.put(SaslConfigs.SASL_MECHANISM, mechanism);
    all.put(SaslConfigs.SASL_JAAS_CONFIG, new Password(login));
  }

  /** As {@link java.io.StreamTokenizer}, which Kafka reads it with, takes a quoted string. */
  private static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r")
        + '"';
  }
}
