package dev.patchbay.connectors.drive;

import com.google.api.services.drive.model.File;
import dev.patchbay.spi.store.FileToStore;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is written on a file beside its content. It goes with the content, in one step. Drive keeps
 * 30 <a href="https://developers.google.com/workspace/drive/api/guides/properties">properties</a>
 * of 124 bytes each that all programs see; one that is longer is left out.
 */
final class Labels {
  private static final int MOST = 30;
  private static final int LONGEST = 124;

  private Labels() {}

  /** A description with the file's type and, of its metadata, what Drive keeps. */
  static File of(FileToStore file) {
    return new File().setMimeType(file.mediaType()).setProperties(properties(file.metadata()));
  }

  private static Map<String, String> properties(Map<String, String> metadata) {
    var properties = new LinkedHashMap<String, String>();
    for (var entry : new TreeMap<>(metadata).entrySet()) {
      int bytes = (entry.getKey() + entry.getValue()).getBytes(StandardCharsets.UTF_8).length;
      if (bytes <= LONGEST && properties.size() < MOST) {
        properties.put(entry.getKey(), entry.getValue());
      }
    }
    return properties;
  }
}
