package dev.patchbay.intakes.redis;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of an intake.
 *
 * @param refusedStream where entries go that the hub put aside, with the reasons
 * @param resultStream where the hub tells what became of events
 * @param claimAfter how long a consumer may hold an entry before another takes it over
 * @param batch entries read together, at most
 */
record RedisSettings(
    RedisAddress address,
    String stream,
    String group,
    Optional<String> user,
    Optional<String> refusedStream,
    Optional<String> resultStream,
    Duration claimAfter,
    int batch) {
  static final String URL = "url";
  static final String STREAM = "stream";
  static final String GROUP = "group";
  static final String USER = "user";
  static final String PASSWORD = "password";
  static final String REFUSED_STREAM = "refused-stream";
  static final String RESULT_STREAM = "result-stream";
  static final String CLAIM_AFTER = "claim-after";
  static final String BATCH = "batch";

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException for what {@link RedisForm#faults} would name
   */
  static RedisSettings of(Map<String, String> settings) {
    return new RedisSettings(
        RedisAddress.of(text(settings, URL).orElse("")),
        text(settings, STREAM)
            .orElseThrow(() -> new IllegalArgumentException("The stream's key is missing.")),
        text(settings, GROUP).orElse("patchbay"),
        text(settings, USER),
        text(settings, REFUSED_STREAM),
        text(settings, RESULT_STREAM),
        Duration.ofSeconds(number(settings, CLAIM_AFTER, 60, 86_400)),
        number(settings, BATCH, 2_000, 2_000));
  }

  static Optional<String> text(Map<String, String> settings, String name) {
    return Optional.ofNullable(settings.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  /** A number from 1 to the largest. */
  static int number(Map<String, String> settings, String name, int otherwise, int largest) {
    var text = text(settings, name);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.get().matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(range(largest));
    }
    int number = Integer.parseInt(text.get());
    if (number < 1 || number > largest) {
      throw new IllegalArgumentException(range(largest));
    }
    return number;
  }

  private static String range(int largest) {
    return "Write a whole number from 1 to " + largest + ".";
  }
}
