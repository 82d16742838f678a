package dev.patchbay.store.job;

import dev.patchbay.core.job.MadeFile;
import dev.patchbay.store.Command;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;

/** A file in the database, in parts of a megabyte: no node has to hold all of it. */
record ResultParts(MadeFile file, long length, String sha256) {
  private static final int PART = 1 << 20;

  static ResultParts of(MadeFile file) throws IOException {
    var digest = digest();
    long length = 0;
    try (var in = Files.newInputStream(file.path())) {
      for (var part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
        digest.update(part);
        length += part.length;
      }
    }
    return new ResultParts(file, length, HexFormat.of().formatHex(digest.digest()));
  }

  void store(Connection connection, UUID run) throws SQLException {
    Command.of(
            "INSERT INTO job_result (run, name, media_type, length, sha256) VALUES (?, ?, ?, ?, ?)",
            run,
            file.name(),
            file.mediaType(),
            length,
            sha256)
        .update(connection);
    try (var in = Files.newInputStream(file.path())) {
      storeParts(connection, run, in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void storeParts(Connection connection, UUID run, InputStream in)
      throws SQLException, IOException {
    int number = 0;
    for (var part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
      Command.of(
              "INSERT INTO job_result_part (run, part, bytes) VALUES (?, ?, ?)",
              run,
              number++,
              part)
          .update(connection);
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
