package dev.patchbay.intakes.redis;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/**
 * The same tests against the Redis that is installed on this machine, which may be another version
 * than the one that comes from Maven.
 */
@Tag("extended")
class InstalledRedisIT {
  @Nested
  class OnAQuietDay extends RedisIntakeIT {
    @Override
    Optional<Path> executable() {
      return installed();
    }
  }

  @Nested
  class WithGaps extends RedisGapsIT {
    @Override
    Optional<Path> executable() {
      return installed();
    }
  }

  @Nested
  class InAnOutage extends RedisOutageIT {
    @Override
    Optional<Path> executable() {
      return installed();
    }
  }

  private static Optional<Path> installed() {
    var found =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
            .map(directory -> Path.of(directory, "redis-server"))
            .filter(Files::isExecutable)
            .findFirst();
    assumeThat(found)
        .as("redis-server on the PATH; install Debian's package redis-server")
        .isPresent();
    return found;
  }
}
