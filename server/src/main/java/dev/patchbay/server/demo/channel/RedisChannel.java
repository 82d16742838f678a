package dev.patchbay.server.demo.channel;

import dev.patchbay.model.event.EventReceipt;
import dev.patchbay.model.intake.IntakeDraft;
import dev.patchbay.server.client.Answer;
import dev.patchbay.server.demo.DemoDirectory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.XAddParams;

/** Adds events to a stream of a Redis of its own. */
final class RedisChannel implements BrokerChannel {
  private static final String STREAM = "requests";
  private static final byte[] KEY = STREAM.getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EVENT = "event".getBytes(StandardCharsets.US_ASCII);

  private final BrokerProcess process;
  private final URI uri;
  private final RedisClient redis;

  private RedisChannel(BrokerProcess process) {
    this.process = process;
    this.uri = process.uri();
    this.redis = RedisClient.create(uri.getHost(), uri.getPort());
  }

  /** Starts a Redis and returns when it answers. */
  static RedisChannel start(DemoDirectory directory) {
    var process = BrokerProcess.start("redis", directory);
    try {
      return new RedisChannel(process);
    } catch (RuntimeException failure) {
      process.close();
      throw failure;
    }
  }

  @Override
  public String inWords() {
    return "Redis Streams, %s, stream %s".formatted(uri, STREAM);
  }

  @Override
  public IntakeDraft intake() {
    var settings = Map.of("url", uri.toString(), "stream", STREAM);
    return new IntakeDraft("redis", "redis", settings, Map.of(), true);
  }

  @Override
  public Answer<List<EventReceipt>> send(List<byte[]> events) {
    try (var pipeline = redis.pipelined()) {
      events.forEach(event -> pipeline.xadd(KEY, XAddParams.xAddParams(), Map.of(EVENT, event)));
      return taken(pipeline.syncAndReturnAll());
    } catch (JedisException failure) {
      return new Answer.Unreachable<>("Redis does not answer");
    }
  }

  @Override
  public void close() {
    redis.close();
    process.close();
  }

  private static Answer<List<EventReceipt>> taken(List<Object> answers) {
    return answers.stream()
        .filter(JedisException.class::isInstance)
        .findFirst()
        .<Answer<List<EventReceipt>>>map(error -> new Answer.Refused<>(0, error.toString()))
        .orElseGet(() -> new Answer.Done<>(List.of()));
  }
}
