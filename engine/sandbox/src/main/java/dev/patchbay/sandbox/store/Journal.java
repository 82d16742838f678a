package dev.patchbay.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.ApiCall;
import dev.patchbay.sandbox.http.Body;
import dev.patchbay.sandbox.http.Caller;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Query;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * The writes that were applied, in order, on disk: an answered write is in the file and forced out.
 * Applying them again gives the same files, ids and times. A torn last record, left by a crash, is
 * cut off. Safe for any thread; several waiting writers share one force.
 *
 * <p>A record is its length, a CRC-32, the length of its head, the head in JSON and the body's
 * bytes.
 */
public final class Journal implements AutoCloseable {

  /** One write that was applied: everything that its outcome depends on. */
  public record Applied(Instant time, long seed, Caller caller, ApiCall call) {}

  private static final List<String> KEPT_HEADERS =
      List.of("content-type", "host", "content-range", "x-upload-content-type");
  private static final int FRAME = 12;

  private final FileChannel channel;
  private final Object forcing = new Object();
  private long written;
  private long forced;

  private Journal(FileChannel channel, long size) {
    this.channel = channel;
    this.written = size;
    this.forced = size;
  }

  /** Opens a journal and hands over what it holds, oldest first. */
  public static Journal open(Path file, Consumer<Applied> replay) {
    try {
      Files.createDirectories(file.toAbsolutePath().resolveSibling(".").normalize());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        throw new IOException(file + " is in use by another sandbox");
      }
      long sound = replay(file, replay);
      channel.truncate(sound);
      channel.position(sound);
      channel.force(true);
      return new Journal(channel, sound);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long replay(Path file, Consumer<Applied> replay) throws IOException {
    long sound = 0;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
      long size = Files.size(file);
      while (sound + FRAME <= size) {
        int length = in.readInt();
        int crc = in.readInt();
        int head = in.readInt();
        if (length < head || head < 0 || sound + FRAME + length > size) {
          return sound;
        }
        byte[] bytes = in.readNBytes(length);
        if (checksum(bytes) != crc) {
          return sound;
        }
        replay.accept(decode(bytes, head));
        sound += FRAME + length;
      }
    } catch (EOFException _) {
      return sound;
    }
    return sound;
  }

  /** Appends a record; {@link #force} makes it last. Returns the position to force up to. */
  synchronized long append(Applied entry) {
    byte[] head = Json.write(head(entry));
    byte[] body = entry.call().body().bytes();
    ByteBuffer frame = ByteBuffer.allocate(FRAME + head.length + body.length);
    CRC32 crc = new CRC32();
    crc.update(head);
    crc.update(body);
    frame.putInt(head.length + body.length).putInt((int) crc.getValue()).putInt(head.length);
    frame.put(head).put(body).flip();
    try {
      while (frame.hasRemaining()) {
        channel.write(frame);
      }
      written = channel.position();
      return written;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when everything up to a position is on disk. */
  void force(long position) {
    synchronized (forcing) {
      if (forced >= position) {
        return;
      }
      long upTo = end();
      try {
        channel.force(false);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      forced = upTo;
    }
  }

  private synchronized long end() {
    return written;
  }

  private static int checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  private static ObjectNode head(Applied entry) {
    ApiCall call = entry.call();
    ObjectNode head =
        Json.object()
            .put("time", entry.time().toString())
            .put("seed", entry.seed())
            .put("caller", entry.caller().email())
            .put("method", call.method())
            .put("path", call.path());
    entry.caller().scopes().forEach(head.withArray("scopes")::add);
    call.query()
        .values()
        .forEach(
            (name, values) -> {
              if (!name.equals("access_token") && !name.equals("oauth_token")) {
                values.forEach(head.withObject("query").withArray(name)::add);
              }
            });
    KEPT_HEADERS.forEach(
        name -> call.header(name).ifPresent(v -> head.withObject("headers").put(name, v)));
    return head;
  }

  private static Applied decode(byte[] bytes, int headLength) {
    ObjectNode head =
        (ObjectNode) Json.read(new String(bytes, 0, headLength, StandardCharsets.UTF_8));
    Map<String, List<String>> query = new LinkedHashMap<>();
    head.path("query").properties().forEach(e -> query.put(e.getKey(), texts(e.getValue())));
    Map<String, String> headers = new HashMap<>();
    head.path("headers").properties().forEach(e -> headers.put(e.getKey(), e.getValue().asText()));
    Set<String> scopes = new HashSet<>(texts(head.path("scopes")));
    byte[] body = java.util.Arrays.copyOfRange(bytes, headLength, bytes.length);
    return new Applied(
        Instant.parse(head.path("time").asText()),
        head.path("seed").asLong(),
        new Caller(head.path("caller").asText(), scopes),
        new ApiCall(
            head.path("method").asText(),
            head.path("path").asText(),
            new Query(query),
            headers,
            Body.of(body)));
  }

  private static List<String> texts(com.fasterxml.jackson.databind.JsonNode array) {
    List<String> texts = new java.util.ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  @Override
  public void close() {
    try {
      channel.force(true);
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
