package dev.patchbay.server.chaos.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What the service applied, a line of JSON each; read again when it is started. Thread-safe. */
final class AppliedFile {
  private final FileChannel file;
  private final Map<String, Integer> bodies = new HashMap<>();

  private AppliedFile(FileChannel file) {
    this.file = file;
  }

  static AppliedFile open(Path path) throws IOException {
    var before = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
    var file =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
            .truncate(whole(before));
    var applied = new AppliedFile(file.position(file.size()));
    for (var line : text(before, whole(before)).lines().toList()) {
      var node = ServerJson.MAPPER.readValue(line, Applied.class);
      applied.bodies.put(node.key(), node.body().hashCode());
    }
    return applied;
  }

  /** Applies it unless its key was there before. */
  synchronized void apply(String path, String key, String body) throws IOException {
    var json = ServerJson.MAPPER.readTree(body);
    var before = bodies.putIfAbsent(key, json.hashCode());
    if (before == null || before != json.hashCode()) {
      write(path, key, before != null, json);
    }
  }

  private void write(String path, String key, boolean again, JsonNode body) throws IOException {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    var line = ServerJson.bytes(new Applied(micros, path, key, again, body));
    var whole = ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
    while (whole.hasRemaining()) {
      file.write(whole);
    }
  }

  /** Without the line that its death broke off. */
  private static int whole(byte[] content) {
    int end = content.length;
    while (end > 0 && content[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  private static String text(byte[] content, int end) {
    return new String(Arrays.copyOf(content, end), StandardCharsets.UTF_8);
  }
}
