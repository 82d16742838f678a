package dev.patchbay.intakes.redis;

import static dev.patchbay.intakes.redis.RedisConnection.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/**
 * What consumers of a group took and did not acknowledge.
 *
 * @param consumer our name in the group
 */
record PendingEntries(RedisConnection redis, String stream, String group, String consumer) {
  private static final String AT_ONCE = "100";

  /** A consumer of the group. */
  record Consumer(String name, long pending, Duration idle) {}

  /** One XACK for all. */
  void acknowledge(Collection<StreamId> ids) {
    if (!ids.isEmpty()) {
      redis.call(command(Command.XACK, stream, group).addObjects(texts(ids)));
    }
  }

  /** Some entries that other consumers took and have not touched for so long. */
  List<StreamId> idle(Duration atLeast) {
    var range =
        command(
            Command.XPENDING,
            stream,
            group,
            "IDLE",
            Long.toString(atLeast.toMillis()),
            "-",
            "+",
            AT_ONCE);
    return Replies.list(redis.call(range)).stream()
        .map(Replies::list)
        .filter(item -> !Replies.text(item.get(1)).equals(consumer))
        .map(item -> Replies.id(item.getFirst()))
        .toList();
  }

  /** Makes entries ours unless somebody touched them meanwhile; gives those that are now. */
  Set<StreamId> claim(List<StreamId> ids, Duration idle) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    var claim = command(Command.XCLAIM, stream, group, consumer, Long.toString(idle.toMillis()));
    claim.addObjects(texts(ids)).add("JUSTID");
    return new HashSet<>(Replies.ids(redis.call(claim)));
  }

  /** Those of which nothing is left in the stream. */
  List<StreamId> withoutContent(List<StreamId> ids) {
    return without(
        ids, id -> command(Command.XRANGE, stream, id.toString(), id.toString(), "COUNT", "1"));
  }

  /** Those that are acknowledged or forgotten. */
  List<StreamId> notPending(List<StreamId> ids) {
    return without(
        ids, id -> command(Command.XPENDING, stream, group, id.toString(), id.toString(), "1"));
  }

  List<Consumer> consumers() {
    return Replies.list(redis.call(command(Command.XINFO, "CONSUMERS", stream, group))).stream()
        .map(Replies::map)
        .map(
            info ->
                new Consumer(
                    Replies.text(info.get("name")),
                    Replies.number(info.get("pending")),
                    Duration.ofMillis(Replies.number(info.get("idle")))))
        .toList();
  }

  /** Takes a consumer's name out of the group, and what is pending with it. */
  void delete(String name) {
    redis.call(command(Command.XGROUP, "DELCONSUMER", stream, group, name));
  }

  private List<StreamId> without(
      List<StreamId> ids, Function<StreamId, CommandArguments> question) {
    var answers = redis.together(ids.stream().map(question).toList());
    var without = new ArrayList<StreamId>();
    for (int i = 0; i < ids.size(); i++) {
      RedisConnection.refuseErrors(answers.get(i));
      if (Replies.list(answers.get(i)).isEmpty()) {
        without.add(ids.get(i));
      }
    }
    return without;
  }

  private static List<String> texts(Collection<StreamId> ids) {
    return ids.stream().map(StreamId::toString).toList();
  }
}
