package dev.patchbay.intakes.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads answers of Redis's protocol version 2: texts come as bytes, maps as flat lists. */
final class Replies {
  private Replies() {}

  /** Nil is an empty list. */
  static List<@Nullable Object> list(@Nullable Object reply) {
    return reply == null ? List.of() : new ArrayList<@Nullable Object>((List<?>) reply);
  }

  static String text(@Nullable Object reply) {
    return new String(bytes(reply), StandardCharsets.UTF_8);
  }

  static StreamId id(@Nullable Object reply) {
    return StreamId.of(text(reply));
  }

  static long number(@Nullable Object reply) {
    return (Long) Objects.requireNonNull(reply);
  }

  /** Empty if nil, or not told by this version of Redis. */
  static OptionalLong optionalNumber(@Nullable Object reply) {
    return reply == null ? OptionalLong.empty() : OptionalLong.of((Long) reply);
  }

  static Map<String, @Nullable Object> map(@Nullable Object reply) {
    var flat = list(reply);
    var map = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i + 1 < flat.size(); i += 2) {
      map.put(text(flat.get(i)), flat.get(i + 1));
    }
    return map;
  }

  static List<StreamId> ids(@Nullable Object reply) {
    return list(reply).stream().map(Replies::id).toList();
  }

  /** Of the one stream that an XREAD or XREADGROUP asked for. */
  static Found ofOneStream(@Nullable Object reply) {
    return list(reply).stream()
        .findFirst()
        .map(stream -> found(list(stream).getLast()))
        .orElse(Found.NOTHING);
  }

  /** Id of an entry with its fields, as XINFO STREAM gives the first one. */
  static Optional<StreamId> idOfEntry(@Nullable Object reply) {
    return list(reply).stream().findFirst().map(Replies::id);
  }

  private static Found found(@Nullable Object reply) {
    var entries = new ArrayList<Entry>();
    var gone = new ArrayList<StreamId>();
    for (var item : list(reply)) {
      var pair = list(item);
      var id = id(pair.getFirst());
      if (pair.getLast() == null) {
        gone.add(id);
      } else {
        entries.add(new Entry(id, fields(pair.getLast())));
      }
    }
    return new Found(entries, gone);
  }

  private static List<Entry.Field> fields(@Nullable Object reply) {
    var flat = list(reply);
    var fields = new ArrayList<Entry.Field>();
    for (int i = 0; i + 1 < flat.size(); i += 2) {
      fields.add(new Entry.Field(bytes(flat.get(i)), bytes(flat.get(i + 1))));
    }
    return fields;
  }

  private static byte[] bytes(@Nullable Object reply) {
    return (byte[]) Objects.requireNonNull(reply);
  }
}
