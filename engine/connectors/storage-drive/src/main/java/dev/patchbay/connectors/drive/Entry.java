package dev.patchbay.connectors.drive;

import com.google.api.client.util.DateTime;
import com.google.api.services.drive.model.File;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A file or folder as Drive tells of it.
 *
 * @param created in milliseconds since 1970, by Google's clock
 * @param length in bytes, -1 of what Drive makes itself, such as a Google document
 * @param sha256 of the content, empty of what Drive makes itself
 */
record Entry(String id, String name, String mediaType, long created, long length, String sha256) {
  /** What a call must ask for to have these. */
  static final String FIELDS = "id,name,mimeType,createdTime,size,sha256Checksum,trashed";

  static final String FOLDER = "application/vnd.google-apps.folder";

  /** Several may have one name; the one that has had it longest counts, for all who look. */
  static final Comparator<Entry> ELDEST_FIRST =
      Comparator.comparingLong(Entry::created).thenComparing(Entry::id);

  private static final String OF_GOOGLE = "application/vnd.google-apps.";

  static Entry of(File file) {
    return new Entry(
        file.getId(),
        Optional.ofNullable(file.getName()).orElse(""),
        Optional.ofNullable(file.getMimeType()).orElse(""),
        Optional.ofNullable(file.getCreatedTime()).map(DateTime::getValue).orElse(Long.MAX_VALUE),
        Optional.ofNullable(file.getSize()).orElse(-1L),
        Optional.ofNullable(file.getSha256Checksum()).orElse(""));
  }

  static Optional<Entry> eldest(List<Entry> entries) {
    return entries.stream().min(ELDEST_FIRST);
  }

  boolean folder() {
    return mediaType.equals(FOLDER);
  }

  /** A document, a shortcut or the like, whose content cannot be replaced by a file's. */
  boolean ofGoogle() {
    return mediaType.startsWith(OF_GOOGLE);
  }
}
