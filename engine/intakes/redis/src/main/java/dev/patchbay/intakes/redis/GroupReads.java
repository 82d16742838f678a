package dev.patchbay.intakes.redis;

import static dev.patchbay.intakes.redis.RedisConnection.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Reading one stream as one consumer of a group.
 *
 * @param consumer our name in the group
 * @param batch entries read together, at most
 */
record GroupReads(RedisConnection redis, String stream, String group, String consumer, int batch) {
  /**
   * New entries, with the state of things in the very moment before.
   *
   * @param found nothing if there is no group
   */
  record Reading(Look before, Found found) {}

  /**
   * Makes the group at the beginning of the stream, and the stream too, unless another node did.
   */
  void createGroup() {
    try {
      redis.call(command(Command.XGROUP, "CREATE", stream, group, "0", "MKSTREAM"));
    } catch (JedisDataException e) {
      if (!String.valueOf(e.getMessage()).startsWith("BUSYGROUP")) {
        throw e;
      }
    }
  }

  Look look() {
    var answers = redis.together(List.of(streamInfo(), groupInfo()));
    return Look.of(answers.getFirst(), answers.getLast(), group);
  }

  /** Takes entries that nobody got yet. */
  Reading readNew() {
    var answers = redis.atomically(List.of(streamInfo(), groupInfo(), read(">")));
    var look = Look.of(answers.get(0), answers.get(1), group);
    if (!(look instanceof Look.Ready)) {
      return new Reading(look, Found.NOTHING);
    }
    RedisConnection.refuseErrors(answers.get(2));
    return new Reading(look, Replies.ofOneStream(answers.get(2)));
  }

  /** The oldest of what we took and did not acknowledge. */
  Found readOwn() {
    return Replies.ofOneStream(redis.call(read("0-0")));
  }

  /** Id of the next entry after one, without taking it. */
  Optional<StreamId> peek(StreamId after) {
    var peek = command(Command.XREAD, "COUNT", "1", "STREAMS", stream, after.toString());
    return firstOf(peek);
  }

  /**
   * As {@link #peek}, but waits for it. Whoever waits so takes nothing, and what is taken later is
   * taken together with a look: a blocked XREADGROUP would step over a gap unseen.
   */
  Optional<StreamId> await(StreamId after, Duration longest) {
    var wait =
        command(
            Command.XREAD,
            "COUNT",
            "1",
            "BLOCK",
            Long.toString(longest.toMillis()),
            "STREAMS",
            stream,
            after.toString());
    return firstOf(wait.blocking());
  }

  /** How many entries come after one, counted up to a limit. */
  int count(StreamId after, int limit) {
    var range = command(Command.XRANGE, stream, "(" + after, "+", "COUNT", Integer.toString(limit));
    return Replies.list(redis.call(range)).size();
  }

  private Optional<StreamId> firstOf(CommandArguments read) {
    return Replies.ofOneStream(redis.call(read)).entries().stream().findFirst().map(Entry::id);
  }

  private CommandArguments streamInfo() {
    return command(Command.XINFO, "STREAM", stream);
  }

  private CommandArguments groupInfo() {
    return command(Command.XINFO, "GROUPS", stream);
  }

  private CommandArguments read(String from) {
    var count = Integer.toString(batch);
    return command(
        Command.XREADGROUP, "GROUP", group, consumer, "COUNT", count, "STREAMS", stream, from);
  }
}
