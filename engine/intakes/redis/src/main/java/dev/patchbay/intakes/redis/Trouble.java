package dev.patchbay.intakes.redis;

import dev.patchbay.spi.UnreadableSecretException;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Why an intake is down.
 *
 * @param reason for a person
 * @param lasting only a person can mend it: no hurry to try again
 */
record Trouble(String reason, boolean lasting) {
  static Trouble of(RuntimeException failure, RedisAddress address) {
    var redis = "Redis at " + address + " ";
    return switch (failure) {
      case UnreadableSecretException secret -> new Trouble(message(secret), true);
      case JedisAccessControlException refusal -> refused(message(refusal), redis);
      case JedisDataException refusal -> said(message(refusal), redis);
      case JedisConnectionException _ ->
          new Trouble(
              redis + "cannot be reached. Is it running, and are host and port right?", false);
      default -> new Trouble(redis + "could not be read; the log of the hub says why.", false);
    };
  }

  private static Trouble refused(String message, String redis) {
    if (message.startsWith("NOPERM")) {
      return new Trouble(redis + "does not let this user do what it needs: " + message, true);
    }
    return message.startsWith("NOAUTH")
        ? new Trouble(redis + "wants a password. Enter one in the settings.", true)
        : new Trouble(redis + "refused the password. Enter the right user and password.", true);
  }

  private static Trouble said(String message, String redis) {
    if (message.startsWith("LOADING")) {
      return new Trouble(redis + "is still loading its data.", false);
    }
    if (message.startsWith("WRONGTYPE")) {
      return new Trouble(redis + "has something else than a stream under this key.", true);
    }
    return new Trouble(redis + "refused: " + message, false);
  }

  private static String message(RuntimeException failure) {
    return String.valueOf(failure.getMessage());
  }
}
