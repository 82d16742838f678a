package dev.patchbay.connectors.drive;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.EmptyContent;
import com.google.api.client.http.HttpContent;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.Unanswered;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

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

  HttpContent content(String mediaType) {
    return length == 0 ? new EmptyContent() : new ByteArrayContent(mediaType, bytes, 0, length);
  }

  /** Value of {@code Content-Range}; a file without bytes has none. */
  Optional<String> range() {
    return length == 0
        ? Optional.empty()
        : Optional.of("bytes " + first + "-" + (first + length - 1) + "/" + total);
  }

  /** Value of {@code Range} by which Drive says that it has all up to here. */
  String received() {
    return "bytes=0-" + (first + length - 1);
  }
}
