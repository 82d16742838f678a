package dev.patchbay.services.standin.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words that must all be in some of a thing's texts, in any case. */
record Words(List<String> words) {
  static Words of(String text) {
    return new Words(
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+"))
            .filter(w -> !w.isEmpty())
            .toList());
  }

  boolean areIn(ObjectNode thing, List<String> fields) {
    var text =
        fields.stream()
            .map(field -> thing.path(field).asText(""))
            .collect(Collectors.joining("\n"))
            .toLowerCase(Locale.ROOT);
    return words.stream().allMatch(text::contains);
  }
}
