package dev.patchbay.server.chaos.rig;

import dev.patchbay.postgres.EmbeddedPostgres;
import dev.patchbay.postgres.PostgresOptions;
import dev.patchbay.server.demo.Pause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;

/** Runs PostgreSQL on the disk that is its own, and fills that disk while a file says so. */
final class SmallDiskMain {
  /** The file that says so. */
  static final String FULL = "full";

  /** User and password of the database. */
  static final String LOGIN = "login";

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
  private static final byte[] PIECE = new byte[4_096];

  private SmallDiskMain() {}

  /** Takes the disk's directory and one that tests see. */
  public static void main(String[] args) throws IOException {
    var disk = Path.of(args[0]);
    var orders = Path.of(args[1]);
    var settings = Map.of("max_wal_size", "64MB", "min_wal_size", "32MB", "shared_buffers", "32MB");
    var options = PostgresOptions.in(disk.resolve("postgres")).withSettings(settings);
    var postgres = EmbeddedPostgres.start(options);
    try (var out = Files.newBufferedWriter(orders.resolve(LOGIN))) {
      postgres.connectionProperties().store(out, null);
    }
    System.out.println("postgres at " + postgres.port());
    while (true) {
      obey(orders, disk.resolve("filler"));
      Pause.of(LOOK_AGAIN);
    }
  }

  private static void obey(Path orders, Path filler) throws IOException {
    if (Files.exists(orders.resolve(FULL))) {
      fill(filler);
    } else {
      Files.deleteIfExists(filler);
    }
  }

  private static void fill(Path filler) {
    try {
      while (true) {
        Files.write(filler, PIECE, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    } catch (IOException full) {
      Pause.of(LOOK_AGAIN);
    }
  }
}
