package dev.patchbay.core.event;

import java.nio.charset.StandardCharsets;

/** Events for tests, written with single quotes. */
public final class Sample {
  private static final EnvelopeReader READER = new EnvelopeReader(EventLimits.DEFAULT);

  private Sample() {}

  /** A {@code request.created} of source {@code /requests} with this data. */
  public static Envelope request(String id, String data) {
    return event(id, "request.created", data);
  }

  /** An event of source {@code /requests} with this data. */
  public static Envelope event(String id, String type, String data) {
    var body =
        "{'specversion':'1.0','id':'%s','source':'/requests','type':'%s','data':%s}"
            .formatted(id, type, data)
            .replace('\'', '"');
    return switch (READER.structured(body.getBytes(StandardCharsets.UTF_8))) {
      case ReadResult.Events(var events) -> events.getFirst();
      case ReadResult.Unreadable unreadable -> throw new AssertionError(unreadable);
    };
  }
}
