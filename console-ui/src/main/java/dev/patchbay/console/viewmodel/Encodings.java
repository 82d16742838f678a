package dev.patchbay.console.viewmodel;

import java.util.List;
import java.util.stream.Stream;

/** Encodings of text files that are offered; the hub knows more. */
public final class Encodings {
  /** Led by an empty one, for what the hub takes by itself. */
  public static final List<String> OFFERED =
      List.of(
          "",
          "utf-8",
          "utf-16le",
          "windows-1250",
          "windows-1251",
          "windows-1252",
          "windows-1253",
          "windows-1254",
          "iso-8859-1",
          "iso-8859-2",
          "iso-8859-15",
          "shift_jis",
          "gb18030",
          "big5");

  private Encodings() {}

  /** What is offered, and what was chosen elsewhere. */
  public static List<String> with(List<String> offered, String chosen) {
    return offered.contains(chosen)
        ? offered
        : Stream.concat(offered.stream(), Stream.of(chosen)).toList();
  }
}
