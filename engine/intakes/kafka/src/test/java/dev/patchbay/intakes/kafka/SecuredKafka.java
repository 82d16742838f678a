package dev.patchbay.intakes.kafka;

import dev.patchbay.testkit.JavaCommand;
import dev.patchbay.testkit.JavaProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringSerializer;

/** A real Kafka that asks for a login over TLS, and a door without for the test itself. */
final class SecuredKafka implements AutoCloseable {
  static final String USER = "hub";

  private static final String STORE_PASSWORD = "changeit";

  private final Path directory;
  private final int port = freePort();
  private final int openPort = freePort();
  private final String certificate;
  private final JavaProcess process;
  private final Admin admin;

  SecuredKafka(Path directory) throws IOException {
    this.directory = directory;
    this.certificate = certificate();
    var settings = Files.writeString(directory.resolve("server.properties"), settings());
    var log = directory.resolve("output.log");
    format(settings, log);
    this.process =
        JavaCommand.of(Kafka.class)
            .withJvmArguments("-Xmx256m")
            .withArguments(settings.toString())
            .start(log);
    this.admin = Admin.create(Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + openPort));
  }

  /** Of the listener with a login. */
  String address() {
    return "localhost:" + port;
  }

  /** PEM text of what the listener shows. */
  String pem() {
    return certificate;
  }

  void createTopic(String name) throws ExecutionException, InterruptedException {
    admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
  }

  void setPassword(String password) throws ExecutionException, InterruptedException {
    var info = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, 4096);
    admin
        .alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(USER, info, password)))
        .all()
        .get();
  }

  /** The user may do this with a topic. */
  void grant(AclOperation operation, String topic) throws ExecutionException, InterruptedException {
    grant(ResourceType.TOPIC, topic, operation);
  }

  /** The user may be a member of a group. */
  void grantGroup(String group) throws ExecutionException, InterruptedException {
    grant(ResourceType.GROUP, group, AclOperation.READ);
  }

  private void grant(ResourceType type, String name, AclOperation operation)
      throws ExecutionException, InterruptedException {
    var what = new ResourcePattern(type, name, PatternType.LITERAL);
    var who = new AccessControlEntry("User:" + USER, "*", operation, AclPermissionType.ALLOW);
    admin.createAcls(List.of(new AclBinding(what, who))).all().get();
  }

  void send(String topic, String value) throws ExecutionException, InterruptedException {
    var settings = Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + openPort);
    var text = new StringSerializer();
    try (var producer = new KafkaProducer<>(settings, text, text)) {
      producer.send(new ProducerRecord<>(topic, value)).get();
    }
  }

  /** How many records a topic holds in partition 0. */
  long records(String topic) throws ExecutionException, InterruptedException {
    var partition = new TopicPartition(topic, 0);
    return admin
        .listOffsets(Map.of(partition, OffsetSpec.latest()))
        .partitionResult(partition)
        .get()
        .offset();
  }

  private static void format(Path settings, Path log) {
    var arguments =
        new String[] {
          "format", "--cluster-id", new Uuid(1, 1).toString(), "--config", settings.toString()
        };
    try (var formatting = JavaCommand.of(StorageTool.class).withArguments(arguments).start(log)) {
      if (formatting.awaitExit(Duration.ofSeconds(60)) != 0) {
        throw new AssertionError(formatting.output());
      }
    }
  }

  /** Makes a key pair and returns its certificate. */
  private String certificate() throws IOException {
    keytool(
        "-genkeypair -alias kafka -keyalg EC -groupname secp256r1 -dname CN=localhost"
            + " -ext san=dns:localhost -validity 2 -storetype PKCS12");
    keytool("-exportcert -rfc -alias kafka -file " + directory.resolve("kafka.pem"));
    return Files.readString(directory.resolve("kafka.pem"));
  }

  private void keytool(String arguments) throws IOException {
    var store = " -keystore " + directory.resolve("kafka.p12") + " -storepass " + STORE_PASSWORD;
    var program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var command = List.of((program + " " + arguments + store).split(" ", -1));
    var log = directory.resolve("keytool.log").toFile();
    var run = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    if (run.onExit().join().exitValue() != 0) {
      throw new AssertionError(Files.readString(log.toPath()));
    }
  }

  private String settings() {
    int controller = freePort();
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.voters=1@127.0.0.1:%1$d
    controller.listener.names=CONTROLLER
    listeners=PLAINTEXT://127.0.0.1:%2$d,SASL_SSL://localhost:%3$d,CONTROLLER://127.0.0.1:%1$d
    listener.security.protocol.map=PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT
    log.dirs=%4$s
    sasl.enabled.mechanisms=SCRAM-SHA-256
    listener.name.sasl_ssl.scram-sha-256.sasl.jaas.config=\
    org.apache.kafka.common.security.scram.ScramLoginModule required;
    ssl.keystore.type=PKCS12
    ssl.keystore.location=%5$s
    ssl.keystore.password=%6$s
    authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
    super.users=User:ANONYMOUS
    offsets.topic.replication.factor=1
    offsets.topic.num.partitions=1
    group.initial.rebalance.delay.ms=0
    log.cleaner.dedupe.buffer.size=8388608
    """
        .formatted(
            controller,
            openPort,
            port,
            directory.resolve("log").toAbsolutePath(),
            directory.resolve("kafka.p12").toAbsolutePath(),
            STORE_PASSWORD);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
    process.close();
  }
}
