package dev.patchbay.store.job;

import dev.patchbay.core.job.MadeFile;
import dev.patchbay.spi.store.Sha256;
import dev.patchbay.store.Command;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** A file in the database, in parts of a megabyte: no node has to hold all of it. */
record ResultParts(MadeFile file, long length, String sha256) {
  private static final int PART = 1 << 20;

  static ResultParts of(MadeFile file) throws IOException {
    try (var in = Files.newInputStream(file.path())) {
      return new ResultParts(file, Files.size(file.path()), Sha256.of(in));
    }
  }

  /**
   * Stores it.
   *
   * @param role by which the run knows it
   */
  void store(Connection connection, UUID run, String role) throws SQLException {
    Command.of(
            """
            INSERT INTO job_result (run, role, name, media_type, length, sha256)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            run,
            role,
            file.name(),
            file.mediaType(),
            length,
            sha256)
        .update(connection);
    try (var in = Files.newInputStream(file.path())) {
      storeParts(connection, run, role, in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void storeParts(Connection connection, UUID run, String role, InputStream in)
      throws SQLException, IOException {
    int number = 0;
    for (var part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
      Command.of(
              "INSERT INTO job_result_part (run, role, part, bytes) VALUES (?, ?, ?, ?)",
              run,
              role,
              number++,
              part)
          .update(connection);
    }
  }
}
