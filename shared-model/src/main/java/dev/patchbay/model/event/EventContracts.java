package dev.patchbay.model.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The event types that the hub takes, and the JSON Schema (draft 2020-12) that the data of each
 * obeys. Thread-safe.
 */
public final class EventContracts {
  private static final List<String> TYPES =
      List.of(
          "request.created",
          "request.updated",
          "request.status.changed",
          "request.deleted",
          "comment.added",
          "comment.updated",
          "user.created",
          "user.updated",
          "media.attached");

  private EventContracts() {}

  /** CloudEvents {@code type} of every contract; each is at version 1. */
  public static List<String> types() {
    return TYPES;
  }

  /**
   * The JSON Schema of a type's data.
   *
   * @throws IllegalArgumentException if there is no contract for the type
   */
  public static String schema(String type) {
    if (!TYPES.contains(type)) {
      throw new IllegalArgumentException("no contract for type '" + type + "'");
    }
    var name = "/dev/patchbay/model/contracts/" + type + ".v1.json";
    try (var in = EventContracts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("contract " + name + " is not packed");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
