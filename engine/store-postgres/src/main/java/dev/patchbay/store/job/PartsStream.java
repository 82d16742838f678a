package dev.patchbay.store.job;

import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.io.InputStream;
import java.util.Objects;
import java.util.UUID;

/** A file as it stands in the database, a part at a time. Needs no closing. */
final class PartsStream extends InputStream {
  private final Database database;
  private final UUID run;
  private final String role;
  private byte[] part = {};
  private int at;
  private int next;

  PartsStream(Database database, UUID run, String role) {
    this.database = database;
    this.run = run;
    this.role = role;
  }

  @Override
  public int read() {
    return hasMore() ? part[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int from, int most) {
    Objects.checkFromIndexSize(from, most, into.length);
    if (most == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int count = Math.min(most, part.length - at);
    System.arraycopy(part, at, into, from, count);
    at += count;
    return count;
  }

  /** No part is empty. */
  private boolean hasMore() {
    if (at == part.length && next >= 0) {
      part = fetched();
      next = part.length == 0 ? -1 : next + 1;
      at = 0;
    }
    return at < part.length;
  }

  private byte[] fetched() {
    return database.run(
        connection ->
            Command.of(
                    "SELECT bytes FROM job_result_part WHERE run = ? AND role = ? AND part = ?",
                    run,
                    role,
                    next)
                .first(connection, row -> row.getBytes("bytes"))
                .orElseGet(() -> new byte[0]));
  }
}
