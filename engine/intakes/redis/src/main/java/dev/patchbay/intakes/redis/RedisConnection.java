package dev.patchbay.intakes.redis;

import dev.patchbay.spi.Secrets;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * One connection. Answers are taken raw, because Jedis's typed ones do not know entries whose
 * content is gone. Not thread-safe, but for {@link #abort}. Everything throws {@link
 * JedisException}.
 */
final class RedisConnection implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 5_000;
  private final Connection connection;

  private RedisConnection(Connection connection) {
    this.connection = connection;
  }

  /** Connects; asks for the password now, so that a rotated one takes effect. */
  static RedisConnection open(RedisSettings settings, Secrets secrets, Duration longestBlock) {
    var address = settings.address();
    var config =
        DefaultJedisClientConfig.builder()
            .resp2()
            .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
            .database(address.database())
            .timeoutMillis(TIMEOUT_MILLIS)
            .blockingSocketTimeoutMillis(TIMEOUT_MILLIS + (int) longestBlock.toMillis());
    settings.user().ifPresent(config::user);
    secrets.get(RedisSettings.PASSWORD).ifPresent(config::password);
    if (address.encrypted()) {
      config.sslOptions(SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL).build());
    }
    return new RedisConnection(
        new Connection(new HostAndPort(address.host(), address.port()), config.build()));
  }

  static CommandArguments command(Command command, Object... arguments) {
    return new CommandArguments(command).addObjects(arguments);
  }

  /** The answer to one command; null where Redis says nil. */
  @Nullable Object call(CommandArguments command) {
    return connection.executeCommand(command);
  }

  /** The answers to commands sent together; an error is an answer. */
  List<@Nullable Object> together(List<CommandArguments> commands) {
    commands.forEach(connection::sendCommand);
    return new ArrayList<@Nullable Object>(connection.getMany(commands.size()));
  }

  /** As {@link #together}, with nothing of others in between. */
  List<@Nullable Object> atomically(List<CommandArguments> commands) {
    var all = new ArrayList<CommandArguments>();
    all.add(command(Command.MULTI));
    all.addAll(commands);
    all.add(command(Command.EXEC));
    var answers = together(all);
    answers.forEach(RedisConnection::refuseErrors);
    return Replies.list(answers.getLast());
  }

  /** Throws what is an error. */
  static void refuseErrors(@Nullable Object answer) {
    if (answer instanceof JedisDataException error) {
      throw error;
    }
  }

  /** Ends it under the hands of whoever waits for an answer; any thread. */
  void abort() {
    try {
      connection.forceDisconnect();
    } catch (IOException | JedisException e) {
      LoggerFactory.getLogger(RedisConnection.class).debug("connection was gone already", e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (JedisException e) {
      LoggerFactory.getLogger(RedisConnection.class).debug("connection was gone already", e);
    }
  }
}
