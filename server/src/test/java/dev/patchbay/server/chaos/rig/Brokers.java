package dev.patchbay.server.chaos.rig;

import dev.patchbay.server.chaos.load.KafkaOutlet;
import dev.patchbay.server.chaos.load.RedisOutlet;
import dev.patchbay.server.demo.Ports;
import dev.patchbay.server.rig.TestBroker;
import dev.patchbay.testkit.TcpFaultProxy;
import java.net.URI;

/**
 * A Kafka and a Redis. The hub reaches both through proxies; so do Kafka's producers.
 *
 * @param toKafka its port is the broker's address
 * @param redis and the way to it
 */
public record Brokers(
    TestBroker kafka, TcpFaultProxy toKafka, KafkaOutlet kafkaOutlet, Stream redis)
    implements AutoCloseable {

  /** A Redis, the way to it, and who adds to it. */
  public record Stream(TestBroker server, TcpFaultProxy proxy, RedisOutlet outlet) {}

  static Brokers start() {
    int port = Ports.free().api();
    var toKafka = TcpFaultProxy.to(port);
    var kafka = TestBroker.kafkaBehind(toKafka.port(), port);
    var redis = TestBroker.start("redis");
    var stream =
        new Stream(redis, TcpFaultProxy.to(redis.uri().getPort()), new RedisOutlet(redis.uri()));
    return new Brokers(kafka, toKafka, new KafkaOutlet("127.0.0.1:" + toKafka.port()), stream);
  }

  /** Where clients of Kafka begin. */
  public String kafkaAddress() {
    return "127.0.0.1:" + toKafka.port();
  }

  URI redisAddress() {
    return URI.create("redis://127.0.0.1:" + redis.proxy().port());
  }

  @Override
  public void close() {
    kafkaOutlet.close();
    toKafka.close();
    kafka.close();
    redis.outlet().close();
    redis.proxy().close();
    redis.server().close();
  }
}
