package dev.patchbay.server.chaos.service;

import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads along what the service applies. Not thread-safe. */
final class ServiceLog {
  private final Path file;
  private long read;

  ServiceLog(Path file) {
    this.file = file;
  }

  /** What was applied since the last look, in order. */
  List<Applied> more() throws IOException {
    var more = new ArrayList<Applied>();
    for (var line : lines()) {
      more.add(ServerJson.MAPPER.readValue(line, Applied.class));
    }
    return more;
  }

  /** Whole ones. */
  private List<String> lines() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(read);
      var bytes = new byte[(int) (in.length() - read)];
      in.readFully(bytes);
      var text = new String(bytes, StandardCharsets.UTF_8);
      var whole = text.substring(0, text.lastIndexOf('\n') + 1);
      read += whole.getBytes(StandardCharsets.UTF_8).length;
      return whole.lines().toList();
    }
  }
}
