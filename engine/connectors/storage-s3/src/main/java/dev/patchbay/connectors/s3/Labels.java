package dev.patchbay.connectors.s3;

import dev.patchbay.spi.store.FileToStore;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is written on an object beside its content. It goes with the content, in one step. */
final class Labels {
  private static final String SHA256 = "sha256";

  /** Of the 2 KB that Amazon S3 keeps, the checksum's own are taken off. */
  private static final int MOST = 1_900;

  private Labels() {}

  /** The checksum and, of the file's metadata, what fits. */
  static Map<String, String> of(FileToStore file) {
    var labels = new LinkedHashMap<String, String>();
    labels.put(SHA256, file.sha256());
    int used = 0;
    for (var entry : new TreeMap<>(file.metadata()).entrySet()) {
      var name = entry.getKey().toLowerCase(Locale.ROOT);
      var value = encoded(entry.getValue());
      if (name.matches("[a-z][a-z0-9-]{0,63}") && used + name.length() + value.length() <= MOST) {
        used += name.length() + value.length();
        labels.putIfAbsent(name, value);
      }
    }
    return labels;
  }

  /** The checksum that the hub wrote there; another program writes none. */
  static Optional<String> sha256(Map<String, String> labels) {
    return Optional.ofNullable(labels.get(SHA256)).filter(text -> text.matches("[0-9a-f]{64}"));
  }

  /** As RFC 2047 has it for headers, which is how S3 itself shows other letters. */
  private static String encoded(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      return text.strip();
    }
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
  }
}
