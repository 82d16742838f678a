package dev.patchbay.brokers;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kafka}: broker and controller in one process (KRaft). */
@Command(name = "kafka", description = "Runs a Kafka.", mixinStandardHelpOptions = true)
final class KafkaCommand implements Callable<Integer> {
  /** The same at every start: a directory belongs to one cluster. */
  private static final Uuid CLUSTER = new Uuid(2_026, 1);

  @Spec private @Nullable CommandSpec spec;

  @Mixin private Place place = new Place();

  @Option(
      names = "--partitions",
      defaultValue = "1",
      description = "Of topics that come into being by themselves.")
  private int partitions;

  @Option(
      names = "--advertise",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "On 127.0.0.1, where clients are sent, say to a proxy; 0: where it listens.")
  private int advertised;

  @Override
  public Integer call() throws IOException {
    var directory = place.directory();
    int port = place.port();
    var settings = settings(directory, port, Place.freePort());
    format(directory, settings);
    var server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
    server.startup();
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println("kafka ready kafka://127.0.0.1:" + port);
    out.flush();
    InputEnd.whenItComes(server::shutdown);
    server.awaitShutdown();
    return 0;
  }

  private Properties settings(Path directory, int port, int controller) {
    var settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller);
    int known = advertised == 0 ? port : advertised;
    settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + known);
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("log.dirs", directory.resolve("log").toString());
    settings.put("num.partitions", Integer.toString(partitions));
    // alone it can wait for nobody
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    // after a kill it waits until its former self is given up
    settings.put("broker.session.timeout.ms", "3000");
    settings.put("broker.heartbeat.interval.ms", "500");
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "2");
    settings.put("log.cleaner.enable", "true");
    settings.put("log.cleaner.dedupe.buffer.size", "8388608");
    return settings;
  }

  /** Does nothing to a directory that was formatted before. */
  private static void format(Path directory, Properties settings) throws IOException {
    var file = directory.resolve("kafka.properties");
    try (var out = Files.newBufferedWriter(file)) {
      settings.store(out, null);
    }
    var log = directory.resolve("format.log");
    try (var out = new PrintStream(Files.newOutputStream(log), false, StandardCharsets.UTF_8)) {
      var arguments =
          List.of(
              "format",
              "--ignore-formatted",
              "--cluster-id",
              CLUSTER.toString(),
              "--config",
              file.toString());
      if (StorageTool.execute(arguments.toArray(String[]::new), out) != 0) {
        throw new IOException("Kafka's directory cannot be prepared; " + log);
      }
    }
  }
}
