package dev.patchbay.sandbox.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists in the jar: a line for each name, and after the name what belongs to it. */
final class Listing {
  private Listing() {}

  /** What belongs to each name, in the order of its line. */
  static Map<String, List<String>> read(String name) {
    Map<String, List<String>> lists = new HashMap<>();
    for (String line : text(name).strip().split("\n", -1)) {
      List<String> words = List.of(line.strip().split(" ", -1));
      lists.put(words.getFirst(), words.subList(1, words.size()));
    }
    return lists;
  }

  private static String text(String name) {
    try (InputStream in = Listing.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the list " + name + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
