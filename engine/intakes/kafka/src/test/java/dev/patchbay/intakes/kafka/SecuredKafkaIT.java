package dev.patchbay.intakes.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.intake.Intake;
import dev.patchbay.spi.intake.IntakeContext;
import dev.patchbay.spi.intake.IntakeHealth.State;
import dev.patchbay.spi.intake.Receipt;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a Kafka that trusts nobody; takes half a minute. */
@Tag("extended")
class SecuredKafkaIT {
  private static final String TOPIC = "orders";
  private static final String REFUSED = "refused";
  private static final String RIGHT = "the right \"one\"";
  private static final Eventually PATIENTLY = Eventually.within(Duration.ofSeconds(60));

  @TempDir private Path directory;
  private SecuredKafka kafka;
  private volatile String password = "a wrong \"one\"";
  private final Map<String, String> settings = new HashMap<>();
  private final RecordingSink sink = new RecordingSink();
  private final NotedCheckpoints checkpoints = new NotedCheckpoints();

  @BeforeEach
  void startKafka() throws IOException, ExecutionException, InterruptedException {
    kafka = new SecuredKafka(directory);
    kafka.createTopic(TOPIC);
    kafka.setPassword(RIGHT);
    settings.put("bootstrap-servers", kafka.address());
    settings.put("topics", TOPIC);
    settings.put("security-protocol", "SASL_SSL");
    settings.put("sasl-mechanism", "SCRAM-SHA-256");
    settings.put("user", SecuredKafka.USER);
  }

  @AfterEach
  void stopKafka() {
    kafka.close();
  }

  @Test
  void saysWhatIsRefusedUntilAllIsRight() throws Exception {
    try (var intake = start()) {
      awaitDown(intake, "its certificate is not trusted");
    }
    settings.put("ca-certificate", kafka.pem());
    try (var intake = start()) {
      awaitDown(intake, "refused the login of user hub");
      password = RIGHT;
      awaitDown(intake, "User hub may not read: orders");
      kafka.grant(AclOperation.READ, TOPIC);
      awaitDown(intake, "User hub may not use the consumer group patchbay");
      kafka.grantGroup("patchbay");
      PATIENTLY.passes(() -> assertThat(intake.health().state()).isEqualTo(State.UP));
    }
  }

  @Test
  void waitsUntilItMayCopyRefusedRecords() throws Exception {
    kafka.createTopic(REFUSED);
    kafka.grant(AclOperation.READ, TOPIC);
    kafka.grantGroup("patchbay");
    kafka.send(TOPIC, "bad");
    settings.put("ca-certificate", kafka.pem());
    settings.put("refused-topic", REFUSED);
    password = RIGHT;
    sink.judge(_ -> new Receipt(Receipt.Status.UNREADABLE, List.of("no event")));

    try (var intake = start()) {
      awaitDown(intake, "Refused records cannot be copied to topic refused");
      assertThat(checkpoints.find(TOPIC + "-0")).isEmpty();
      kafka.grant(AclOperation.WRITE, REFUSED);
      PATIENTLY.passes(() -> assertThat(checkpoints.find(TOPIC + "-0")).isPresent());
      PATIENTLY.passes(() -> assertThat(intake.health().state()).isEqualTo(State.UP));
    }
    assertThat(kafka.records(REFUSED)).isPositive();
    assertThat(sink.stored()).hasSize(1);
  }

  private Intake start() {
    assertThat(new KafkaIntakeType().faults(settings)).isEmpty();
    var context =
        new IntakeContext(
            "orders",
            "node-1",
            settings,
            _ -> Optional.of(password),
            checkpoints,
            new KeptIncidents());
    var intake = new KafkaIntakeType().create(context);
    intake.start(sink);
    return intake;
  }

  private static void awaitDown(Intake intake, String reason) {
    PATIENTLY.passes(
        () -> {
          assertThat(intake.health().state()).isEqualTo(State.DOWN);
          assertThat(intake.health().reason()).contains(reason).doesNotContain("one");
        });
  }
}
