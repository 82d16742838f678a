package dev.patchbay.connectors.graph;

import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names that OneDrive and SharePoint <a
 * href="https://support.microsoft.com/office/64883a5d-228e-48f5-b3d2-eb39e07630fa">refuse</a>.
 * Nothing of them is changed in silence: a person would not find the file.
 */
final class Names {
  private static final String REFUSED = "\"*:<>?/\\|";
  private static final int LONGEST_PATH = 400;
  private static final Set<String> RESERVED =
      Stream.concat(
              Stream.of(".lock", "con", "prn", "aux", "nul", "desktop.ini"),
              IntStream.range(0, 10).boxed().flatMap(i -> Stream.of("com" + i, "lpt" + i)))
          .collect(Collectors.toUnmodifiableSet());

  private Names() {}

  static void demand(StorePath path) throws StoreFailure {
    var refusal = refusal(path);
    if (refusal.isPresent()) {
      throw StoreFailure.rejected("name-refused", refusal.get() + " Name the file otherwise.");
    }
  }

  /** Why a path cannot be had there, as a sentence; empty if it can. */
  static Optional<String> refusal(StorePath path) {
    if (path.toString().length() > LONGEST_PATH) {
      return Optional.of("SharePoint takes paths of at most " + LONGEST_PATH + " characters.");
    }
    return path.segments().stream().flatMap(name -> why(name).stream()).findFirst();
  }

  private static Optional<String> why(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    if (name.chars().anyMatch(c -> REFUSED.indexOf(c) >= 0)) {
      return said(name, "has one of the characters \" * : < > ? / \\ |");
    }
    if (!name.strip().equals(name)) {
      return said(name, "begins or ends with a blank");
    }
    if (name.endsWith(".")) {
      return said(name, "ends with a dot");
    }
    if (name.startsWith("~$")) {
      return said(name, "begins with ~$");
    }
    if (RESERVED.contains(lower) || lower.contains("_vti_")) {
      return said(name, "is reserved or has _vti_ in it");
    }
    return Optional.empty();
  }

  private static Optional<String> said(String name, String why) {
    return Optional.of("SharePoint refuses '" + name + "': it " + why + ".");
  }
}
