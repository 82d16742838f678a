package dev.patchbay.server.demo.once;

import dev.patchbay.server.demo.channel.Via;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How to run the main job once.
 *
 * @param requests the CSV file
 * @param key name of its key column, the usual ones if empty
 * @param killEvery how long the server lives between two kills; it is not killed if empty
 * @param via which way the events take
 * @param dropAnswers share of Google's answers to writes that never arrive, 0 to 1
 */
public record OnceOptions(
    Path requests,
    Optional<String> key,
    Via via,
    Optional<Duration> killEvery,
    double dropAnswers) {
  public OnceOptions {
    if (!(dropAnswers >= 0 && dropAnswers < 1)) {
      throw new IllegalArgumentException(
          "--drop-answers is a share from 0 to below 1, such as 0.2");
    }
    if (killEvery.filter(every -> every.toMillis() < 500).isPresent()) {
      throw new IllegalArgumentException("--kill-every is half a second at least");
    }
  }
}
