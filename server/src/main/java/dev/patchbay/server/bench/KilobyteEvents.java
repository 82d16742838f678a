package dev.patchbay.server.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * CloudEvents of exactly 1,024 bytes in structured mode: a citizen's request whose description
 * fills the rest with words. Equal numbers of an equal run give equal events. Thread-safe.
 *
 * @param run part of every id, so that no two runs meet
 * @param keys how many different requests they are about
 */
public record KilobyteEvents(String run, long keys) {
  /** Type of the events. */
  public static final String TYPE = "request.created";

  static final int BYTES = 1_024;

  private static final Instant LONG_AGO = Instant.parse("2026-11-01T08:00:00Z");

  private static final String[] WORDS = {
    "street", "light", "broken", "since", "Monday", "pothole", "near", "school", "bridge", "water",
    "leaks", "corner", "graffiti", "wall", "tree", "fallen", "blocks", "pavement", "noise", "night",
    "please", "urgent", "children", "bicycle", "lane", "missing", "sign", "bin", "overflowing",
        "park"
  };

  /** Events that are about a request of their own each. */
  public KilobyteEvents(String run) {
    this(run, Long.MAX_VALUE);
  }

  /** The event of this number. */
  public byte[] event(long number) {
    return event(number, run + '-' + number % keys, LONG_AGO, "open");
  }

  /**
   * The event of this number.
   *
   * @param key of the request it is about
   * @param at when it happened
   */
  public byte[] event(long number, String key, Instant at, String status) {
    var random = new SplittableRandom(number * 31 + run.hashCode());
    var body = new StringBuilder(BYTES + 16);
    head(body, new About(number, key, at, status), random);
    var end = "\"}}";
    while (body.length() + end.length() < BYTES) {
      body.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    body.setLength(BYTES - end.length());
    return body.append(end).toString().getBytes(StandardCharsets.US_ASCII);
  }

  private record About(long number, String key, Instant at, String status) {}

  private void head(StringBuilder body, About about, SplittableRandom random) {
    body.append("{\"specversion\":\"1.0\",\"id\":\"")
        .append(run)
        .append('-')
        .append(about.number());
    body.append("\",\"source\":\"/bench\",\"type\":\"").append(TYPE);
    body.append("\",\"datacontenttype\":\"application/json\",\"time\":\"").append(about.at());
    body.append("\",\"subject\":\"").append(about.key());
    body.append("\",\"data\":{\"id\":\"").append(about.key());
    body.append("\",\"title\":\"Request ").append(about.number());
    body.append("\",\"status\":\"").append(about.status()).append("\",\"category\":\"");
    body.append(WORDS[random.nextInt(WORDS.length)]);
    body.append("\",\"address\":\"").append(random.nextInt(1, 5_000)).append(" Main Street");
    body.append("\",\"lat\":42.").append(random.nextInt(100_000, 1_000_000));
    body.append(",\"long\":-71.").append(random.nextInt(100_000, 1_000_000));
    body.append(",\"requestedAt\":\"2026-11-01T07:59:58Z\",\"supporters\":");
    body.append(random.nextInt(500)).append(",\"public\":true,\"zip\":\"02");
    body.append(random.nextInt(100, 1_000)).append("\",\"priority\":\"normal\"");
    body.append(",\"channel\":\"web\",\"description\":\"");
  }
}
