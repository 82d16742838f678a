package dev.patchbay.spi.message;

import dev.patchbay.spi.store.CheckedContent;
import dev.patchbay.spi.store.FileToStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/**
 * A file that goes with a message.
 *
 * @param name as readers see it, of at most 255 characters and without slashes
 * @param mediaType for example {@code text/csv; charset=utf-8}
 * @param length in bytes
 * @param sha256 checksum of the content, 64 hexadecimal digits in lower case
 * @param content the bytes, opened anew for each attempt
 */
public record Attachment(
    String name, String mediaType, long length, String sha256, FileToStore.Content content) {
  private static final int LONGEST_NAME = 255;
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+( *; *[\\w-]+=[\\w.+-]+)*");

  public Attachment {
    HeaderText.demand("name", name, LONGEST_NAME);
    if (name.isBlank() || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
      throw new IllegalArgumentException("name is no name of a file");
    }
    if (!MEDIA_TYPE.matcher(mediaType).matches()) {
      throw new IllegalArgumentException("mediaType is none: write for example text/csv");
    }
    if (length < 0 || !sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("length and sha256 must be those of the content");
    }
  }

  /** The bytes, checked on the way as those of {@link FileToStore#open} are. */
  public InputStream open() throws IOException {
    return new CheckedContent(content.open(), length, sha256);
  }
}
