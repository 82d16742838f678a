package dev.patchbay.spi.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One record as a broker handed it out, not yet read as a CloudEvents 1.0 event. */
public sealed interface RawEvent {
  /**
   * Where it stood, for a person and to know it again, for example {@code requests-3@1207} or
   * {@code requests@1718035200000-0}.
   */
  String position();

  /**
   * In structured mode: the whole event in the JSON event format.
   *
   * @param body not changed by anybody
   */
  record Structured(String position, byte[] body) implements RawEvent {}

  /**
   * In binary mode: attributes beside the data.
   *
   * @param attributes by CloudEvents name without prefix, for example {@code type}; without {@code
   *     datacontenttype}
   * @param data not changed by anybody, empty if there is none
   * @param contentType of the data, null if not given: JSON
   */
  record Binary(
      String position, Map<String, String> attributes, byte[] data, @Nullable String contentType)
      implements RawEvent {
    public Binary {
      attributes = Map.copyOf(attributes);
    }
  }
}
