package dev.patchbay.server.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The system's clock, set wrong by the duration that a file holds, such as {@code PT1H} or {@code
 * -PT1H}; right while there is no file. For tests: the clock jumps while the server runs, a tenth
 * of a second after the file changed. Thread-safe.
 */
final class ShiftedClock implements InstantSource {
  /** System property with {@code file=} and the file's path; nothing is shifted without it. */
  static final String PROPERTY = "patchbay.clock";

  private static final String PREFIX = "file=";
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final Path file;
  private final InstantSource right;
  private final LongSupplier nanos;
  private volatile Look last;

  ShiftedClock(Path file, InstantSource right, LongSupplier nanos) {
    this.file = file;
    this.right = right;
    this.nanos = nanos;
    this.last = look();
  }

  private record Look(long nanos, Duration shift) {}

  /** The clock to run with: the system's, unless the property says otherwise. */
  static InstantSource ofThisProcess() {
    var property = System.getProperty(PROPERTY);
    return property == null
        ? InstantSource.system()
        : new ShiftedClock(path(property), InstantSource.system(), System::nanoTime);
  }

  @Override
  public Instant instant() {
    if (nanos.getAsLong() - last.nanos() > LOOK_AGAIN.toNanos()) {
      last = look();
    }
    return right.instant().plus(last.shift());
  }

  private Look look() {
    try {
      return new Look(nanos.getAsLong(), Duration.parse(Files.readString(file).strip()));
    } catch (NoSuchFileException right) {
      return new Look(nanos.getAsLong(), Duration.ZERO);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Path path(String property) {
    if (!property.startsWith(PREFIX)) {
      throw new IllegalArgumentException(PROPERTY + " is " + PREFIX + "PATH, not " + property);
    }
    return Path.of(property.substring(PREFIX.length()));
  }
}
