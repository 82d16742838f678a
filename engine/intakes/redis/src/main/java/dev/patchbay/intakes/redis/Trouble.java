package dev.patchbay.intakes.redis;

import dev.patchbay.spi.UnreadableSecretException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Why an intake is down, or events cannot be sent.
 *
 * @param reason for a person
 * @param lasting only a person can mend it: no hurry to try again
 */
record Trouble(String reason, boolean lasting) {
  /** From what ended a connection or kept one from being made. */
  static Trouble of(RuntimeException failure, RedisAddress address) {
    var redis = "Redis at " + address + " ";
    return switch (failure) {
      case UnreadableSecretException secret -> lasting(message(secret));
      case JedisAccessControlException refusal -> denied(message(refusal), redis);
      case JedisDataException refusal -> refused(message(refusal), redis);
      case JedisConnectionException broken -> unreachable(broken, redis, address.encrypted());
      default -> passing("Working with " + redis + "failed; the log of the hub says why.");
    };
  }

  private static Trouble denied(String message, String redis) {
    if (message.startsWith("NOPERM")) {
      return lasting(redis + "does not let this user do what it needs: " + message);
    }
    return message.startsWith("NOAUTH")
        ? lasting(redis + "wants a password. Enter one in the settings.")
        : lasting(redis + "refused the password. Enter the right user and password.");
  }

  private static Trouble refused(String message, String redis) {
    return switch (message.split(" ", 2)[0]) {
      case "LOADING" -> passing(redis + "is still loading its data.");
      case "READONLY" -> passing(redis + "is a replica. Enter the address of the primary.");
      case "WRONGTYPE" -> lasting(redis + "has something else than a stream under this key.");
      case "NOGROUP" -> passing(redis + "lost the consumer group; it is being made again.");
      default -> passing(redis + "refused: " + message);
    };
  }

  private static Trouble unreachable(Throwable failure, String redis, boolean encrypted) {
    var causes = Stream.iterate(failure, cause -> cause != null, Throwable::getCause).toList();
    if (causes.stream().anyMatch(UnknownHostException.class::isInstance)) {
      return passing(redis + "cannot be reached: no machine is known by this name.");
    }
    if (causes.stream().anyMatch(SSLException.class::isInstance)) {
      return lasting(
          redis + "does not speak TLS here, or shows a certificate that is not trusted.");
    }
    // a Redis without TLS answers nothing to one who begins with it
    var tls = encrypted ? "does it speak TLS, " : "";
    return passing(redis + "cannot be reached. Is it running, " + tls + "are host and port right?");
  }

  private static Trouble lasting(String reason) {
    return new Trouble(reason, true);
  }

  private static Trouble passing(String reason) {
    return new Trouble(reason, false);
  }

  private static String message(RuntimeException failure) {
    return String.valueOf(failure.getMessage());
  }
}
