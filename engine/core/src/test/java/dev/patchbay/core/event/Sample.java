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
    return READER.stored(
        "{'specversion':'1.0','id':'%s','source':'/requests','type':'%s','data':%s}"
            .formatted(id, type, data)
            .replace('\'', '"')
            .getBytes(StandardCharsets.UTF_8));
  }
}
