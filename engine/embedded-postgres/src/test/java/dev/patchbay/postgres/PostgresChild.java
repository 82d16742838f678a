package dev.patchbay.postgres;

import java.nio.file.Path;
import java.time.Duration;

/** A process of its own that runs an embedded PostgreSQL until it is killed. */
final class PostgresChild {
  private PostgresChild() {}

  /** Takes the data directory; prints the server's pid and how long the start took. */
  public static void main(String[] args) throws InterruptedException {
    var before = System.nanoTime();
    var postgres = EmbeddedPostgres.start(PostgresOptions.in(Path.of(args[0])));
    var took = Duration.ofNanos(System.nanoTime() - before).toMillis();
    System.out.println("postgres " + postgres.pid() + " after " + took + " ms");
    Thread.currentThread().join();
  }
}
