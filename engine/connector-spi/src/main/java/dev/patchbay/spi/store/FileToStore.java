package dev.patchbay.spi.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * A finished file and where it shall stand.
 *
 * @param length in bytes
 * @param sha256 checksum of the content, 64 hexadecimal digits in lower case
 * @param mediaType for example {@code text/csv}
 * @param metadata for people and searches, such as {@code title}; a store keeps what it can
 * @param content the bytes, opened anew for each attempt
 * @param fence asked before the step that puts it in its place
 */
public record FileToStore(
    StorePath path,
    long length,
    String sha256,
    String mediaType,
    Map<String, String> metadata,
    Content content,
    Fence fence) {
  public FileToStore {
    metadata = Map.copyOf(metadata);
    if (length < 0) {
      throw new IllegalArgumentException("length must not be negative");
    }
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("sha256 must be 64 hexadecimal digits in lower case");
    }
  }

  /** One that nobody else publishes. */
  public FileToStore(
      StorePath path,
      long length,
      String sha256,
      String mediaType,
      Map<String, String> metadata,
      Content content) {
    this(path, length, sha256, mediaType, metadata, content, Fence.OPEN);
  }

  /** The same, behind another fence. */
  public FileToStore behind(Fence another) {
    return new FileToStore(path, length, sha256, mediaType, metadata, content, another);
  }

  /** Where the bytes come from. */
  @FunctionalInterface
  public interface Content {
    /** A stream from the first byte on; may be called more than once. */
    InputStream open() throws IOException;
  }

  /**
   * The bytes, checked on the way: where they are not those that were promised, the stream fails
   * with {@link ChangedContentException} before it ends, so that no store takes them for a file.
   */
  public InputStream open() throws IOException {
    return new CheckedContent(content.open(), length, sha256);
  }
}
