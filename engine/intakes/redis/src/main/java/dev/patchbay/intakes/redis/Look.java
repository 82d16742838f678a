package dev.patchbay.intakes.redis;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisDataException;

/** What Redis says about the stream and our group at one moment. */
sealed interface Look {
  /** The key does not exist. */
  record NoStream() implements Look {}

  /** Nobody knows our group. */
  record NoGroup(Stream stream) implements Look {}

  /** All is there. */
  record Ready(Stream stream, Group group) implements Look {}

  /**
   * The stream.
   *
   * @param last the greatest id it ever had
   * @param first of the entries that are left
   * @param added entries there ever were, not known before Redis 7
   */
  record Stream(long length, StreamId last, Optional<StreamId> first, OptionalLong added) {}

  /**
   * Our consumer group.
   *
   * @param delivered id handed out last
   * @param pending entries handed out and not acknowledged
   * @param read entries handed out so far, not known before Redis 7 and after some deletions
   * @param lag entries not handed out yet, as {@code read}
   */
  record Group(StreamId delivered, long pending, OptionalLong read, OptionalLong lag) {}

  /** From the answers to XINFO STREAM and XINFO GROUPS. */
  static Look of(@Nullable Object streamInfo, @Nullable Object groupInfos, String group) {
    if (isNoSuchKey(streamInfo) || isNoSuchKey(groupInfos)) {
      return new NoStream();
    }
    RedisConnection.refuseErrors(streamInfo);
    RedisConnection.refuseErrors(groupInfos);
    var stream = stream(Replies.map(streamInfo));
    return Replies.list(groupInfos).stream()
        .map(Replies::map)
        .filter(info -> Replies.text(info.get("name")).equals(group))
        .findFirst()
        .<Look>map(info -> new Ready(stream, group(info)))
        .orElseGet(() -> new NoGroup(stream));
  }

  private static boolean isNoSuchKey(@Nullable Object answer) {
    return answer instanceof JedisDataException error
        && String.valueOf(error.getMessage()).startsWith("ERR no such key");
  }

  private static Stream stream(Map<String, @Nullable Object> info) {
    return new Stream(
        Replies.number(info.get("length")),
        Replies.id(info.get("last-generated-id")),
        Replies.idOfEntry(info.get("first-entry")),
        Replies.optionalNumber(info.get("entries-added")));
  }

  private static Group group(Map<String, @Nullable Object> info) {
    return new Group(
        Replies.id(info.get("last-delivered-id")),
        Replies.number(info.get("pending")),
        Replies.optionalNumber(info.get("entries-read")),
        Replies.optionalNumber(info.get("lag")));
  }
}
