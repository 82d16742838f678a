package dev.patchbay.documents.html;

import java.util.List;
import java.util.Locale;

/**
 * A start tag.
 *
 * @param name in small letters
 * @param at its position
 */
record Element(String name, int at, List<Attribute> attributes) {
  Element {
    attributes = List.copyOf(attributes);
  }

  /**
   * One of its attributes.
   *
   * @param name in small letters
   * @param value as written, empty where there is none
   * @param at where the value begins
   */
  record Attribute(String name, String value, int at) {
    boolean has(String text) {
      return value.strip().toLowerCase(Locale.ROOT).equals(text);
    }
  }

  /** What an attribute says, empty where there is none. */
  String value(String attribute) {
    return attributes.stream()
        .filter(each -> each.name().equals(attribute))
        .map(Attribute::value)
        .findFirst()
        .orElse("");
  }
}
