package dev.patchbay.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real data beside the repository that tests use where it is there. The directory comes from the
 * system property {@value #PROPERTY}; a test that asks for what is absent is skipped and says so.
 */
public final class SharedData {
  /** Names the directory. */
  public static final String PROPERTY = "patchbay.shared";

  private SharedData() {}

  /** The directory itself. */
  public static Path directory() {
    return existing(Path.of(System.getProperty(PROPERTY, "")));
  }

  /** A file or directory in it, such as {@code data/requests}. */
  public static Path file(String relativePath) {
    return existing(Path.of(System.getProperty(PROPERTY, "")).resolve(relativePath));
  }

  private static Path existing(Path path) {
    Assumptions.assumeTrue(
        System.getProperty(PROPERTY) != null && Files.exists(path),
        () ->
            "Skipped: shared data %s is absent; name its directory with -D%s=DIR"
                .formatted(path, PROPERTY));
    return path;
  }
}
