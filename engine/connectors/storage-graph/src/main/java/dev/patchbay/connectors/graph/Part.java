package dev.patchbay.connectors.graph;

import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.Unanswered;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * Bytes of a file in memory, so that they are known to be right before they are sent.
 *
 * @param bytes of which the first {@code length} count
 * @param first place of the first in the file
 * @param total bytes of the file
 */
record Part(byte[] bytes, int length, long first, long total) {
  /** Reads until the buffer is full or the file ends, which checks its checksum. */
  static Part read(InputStream in, byte[] buffer, long first, long total) throws StoreFailure {
    try {
      return new Part(buffer, in.readNBytes(buffer, 0, buffer.length), first, total);
    } catch (IOException failure) {
      throw Unanswered.ofSource(failure);
    }
  }

  boolean last() {
    return first + length >= total;
  }

  BodyPublisher body() {
    return BodyPublishers.ofByteArray(bytes, 0, length);
  }

  /** Value of {@code Content-Range}. */
  String range() {
    return "bytes " + first + "-" + (first + length - 1) + "/" + total;
  }

  /** How Graph says that it has all up to here. */
  String next() {
    return (first + length) + "-";
  }
}
