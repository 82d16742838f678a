package dev.patchbay.core.file;

import java.util.Optional;
import java.util.function.Function;

/**
 * What values of a path are called where it is written, besides {@code date} and {@code time}.
 *
 * @param run word for {@link FilePathValues#run}
 * @param schedule word for {@link FilePathValues#schedule}
 * @param name word for {@link FilePathValues#name}
 */
public record FilePathWords(String run, String schedule, String name) {
  /** Of files that runs make. */
  public static final FilePathWords OF_RUNS = new FilePathWords("run", "schedule", "name");

  /** Of documents: which one it is, its template, and the key of what it is about. */
  public static final FilePathWords OF_DOCUMENTS = new FilePathWords("document", "template", "key");

  Optional<Function<FilePathValues, String>> value(String word) {
    if (word.equals(run)) {
      return Optional.of(FilePathValues::run);
    }
    if (word.equals(schedule)) {
      return Optional.of(FilePathValues::schedule);
    }
    return word.equals(name) ? Optional.of(FilePathValues::name) : Optional.empty();
  }

  /** For a sentence. */
  String all() {
    return "date, time, %s, %s and %s".formatted(run, schedule, name);
  }
}
