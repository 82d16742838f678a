package dev.patchbay.server.bench;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * CloudEvents of exactly 1,024 bytes in structured mode: a citizen's request whose description
 * fills the rest with words. Equal numbers of an equal run give equal events. Thread-safe.
 *
 * @param run part of every id, so that no two runs meet
 */
record KilobyteEvents(String run) {
  static final String TYPE = "request.created";
  static final int BYTES = 1_024;

  private static final String[] WORDS = {
    "street", "light", "broken", "since", "Monday", "pothole", "near", "school", "bridge", "water",
    "leaks", "corner", "graffiti", "wall", "tree", "fallen", "blocks", "pavement", "noise", "night",
    "please", "urgent", "children", "bicycle", "lane", "missing", "sign", "bin", "overflowing",
        "park"
  };

  /** The event of this number. */
  byte[] event(long number) {
    var random = new SplittableRandom(number * 31 + run.hashCode());
    var body = new StringBuilder(BYTES).append(head(number, random));
    var end = "\"}}";
    while (body.length() + end.length() < BYTES) {
      body.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    body.setLength(BYTES - end.length());
    return body.append(end).toString().getBytes(StandardCharsets.US_ASCII);
  }

  private String head(long number, SplittableRandom random) {
    return """
    {"specversion":"1.0","id":"%1$s-%2$d","source":"/bench","type":"%3$s",\
    "datacontenttype":"application/json","time":"2026-11-01T08:00:00Z","data":{"id":"%1$s-%2$d",\
    "title":"Request %2$d","status":"open","category":"%4$s","address":"%5$d Main Street",\
    "lat":%6$s,"long":%7$s,"requestedAt":"2026-11-01T07:59:58Z","supporters":%8$d,"public":true,\
    "description":"\
    """
        .formatted(
            run,
            number,
            TYPE,
            WORDS[random.nextInt(WORDS.length)],
            random.nextInt(1, 5_000),
            degrees(random, 42),
            degrees(random, -71),
            random.nextInt(500));
  }

  private static String degrees(SplittableRandom random, int whole) {
    return whole + "." + random.nextInt(100_000, 1_000_000);
  }
}
