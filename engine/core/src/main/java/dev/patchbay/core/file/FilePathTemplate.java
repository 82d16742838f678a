package dev.patchbay.core.file;

import dev.patchbay.spi.store.StorePath;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A template of paths such as {@code reports/{date:yyyy/MM}/requests-{run}.xlsx}. Placeholders are
 * {@code {date}}, {@code {time}} (both with a pattern of their own, if need be), {@code {run}},
 * {@code {schedule}} and {@code {name}}. Only the template makes folders: whatever a value holds,
 * it stays within the name it stands in, and the path is one that every store takes.
 *
 * @param segments folders and the file
 */
public record FilePathTemplate(List<Segment> segments) {
  public FilePathTemplate {
    segments = List.copyOf(segments);
  }

  /** What became of a template's text. */
  public sealed interface Compiled {
    /** It can be used. */
    record Ready(FilePathTemplate template) implements Compiled {}

    /**
     * It cannot.
     *
     * @param message what is wrong and what to write instead, for a person
     */
    record Faulty(String message) implements Compiled {}
  }

  /** Reads a template of files that runs make. */
  public static Compiled compile(String text) {
    return compile(text, FilePathWords.OF_RUNS);
  }

  /** Reads a template whose values are called like this. */
  public static Compiled compile(String text, FilePathWords words) {
    return new FilePathReader(text, words).read();
  }

  /** The path for these values; always relative, never outside of where the store begins. */
  public StorePath path(FilePathValues values) {
    var names = segments.stream().map(segment -> segment.name(values)).collect(Collectors.toList());
    if (names.getFirst().equalsIgnoreCase(StorePath.WORKSHOP)) {
      names.set(0, "_" + names.getFirst());
    }
    return new StorePath(names);
  }

  /**
   * One name of the path.
   *
   * @param parts that it is put together of
   */
  public record Segment(List<Part> parts) {
    public Segment {
      parts = List.copyOf(parts);
    }

    String name(FilePathValues values) {
      return SafeName.ofSegment(
          parts.stream().map(part -> part.text(values)).collect(Collectors.joining()));
    }
  }

  /** A part of a name. */
  @FunctionalInterface
  public interface Part {
    /** Its text. */
    String text(FilePathValues values);
  }
}
