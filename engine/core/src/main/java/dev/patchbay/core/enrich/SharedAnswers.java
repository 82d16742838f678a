package dev.patchbay.core.enrich;

import dev.patchbay.core.event.ExactJson;
import dev.patchbay.core.service.Answer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Answers as they stand in the cache that nodes share: a byte for the kind, when it was given in
 * milliseconds, and the JSON. Keys are hashed, so that nobody reads from them who was asked about.
 */
record SharedAnswers(SharedCache cache) {
  private static final byte FOUND = 1;
  private static final byte MISSING = 2;
  private static final int HEAD = 1 + Long.BYTES;
  private static final ExactJson JSON = new ExactJson();

  Optional<Known> find(FetchKey key) {
    return cache.find(text(key)).flatMap(SharedAnswers::read);
  }

  void keep(FetchKey key, Known known, Duration life) {
    write(known).ifPresent(value -> cache.keep(text(key), value, life));
  }

  private static Optional<byte[]> write(Known known) {
    return switch (known.answer()) {
      case Answer.Found(var json) -> Optional.of(write(FOUND, known.at(), json));
      case Answer.Missing _ -> Optional.of(write(MISSING, known.at(), new byte[0]));
      case Answer.Unavailable _, Answer.Refused _ -> Optional.empty();
    };
  }

  private static byte[] write(byte kind, Instant at, byte[] json) {
    return ByteBuffer.allocate(HEAD + json.length)
        .put(kind)
        .putLong(at.toEpochMilli())
        .put(json)
        .array();
  }

  /** Empty for what another version wrote. */
  private static Optional<Known> read(byte[] value) {
    if (value.length < HEAD) {
      return Optional.empty();
    }
    var at = Instant.ofEpochMilli(ByteBuffer.wrap(value).getLong(1));
    return switch (value[0]) {
      case FOUND -> {
        var json = Arrays.copyOfRange(value, HEAD, value.length);
        yield readable(json)
            ? Optional.of(new Known(new Answer.Found(json), at, false))
            : Optional.empty();
      }
      case MISSING -> Optional.of(new Known(new Answer.Missing(), at, false));
      default -> Optional.empty();
    };
  }

  /** What came from outside is not trusted to be what was put there. */
  private static boolean readable(byte[] json) {
    try {
      return !JSON.read(json).isMissingNode();
    } catch (IOException damaged) {
      return false;
    }
  }

  private static String text(FetchKey key) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var text = key.service() + "\n" + key.edition() + "\n" + key.path();
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
