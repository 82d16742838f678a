package dev.patchbay.spi.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a file stands in its store: names of folders and of the file, relative to what the
 * connector is set to. No name is empty, {@code .} or {@code ..}, holds a slash, a backslash or a
 * control character, or is longer than 255 bytes in UTF-8; all together have at most 900 bytes.
 *
 * @param segments from the outermost folder to the file, one at least
 */
public record StorePath(List<String> segments) {
  /** Folder where stores keep what is not whole yet; no path leads there. */
  public static final String WORKSHOP = ".patchbay";

  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_PATH = 900;

  public StorePath {
    segments = List.copyOf(segments);
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("a path needs a name");
    }
    segments.forEach(StorePath::demandName);
    if (segments.getFirst().equalsIgnoreCase(WORKSHOP)) {
      throw new IllegalArgumentException("the folder '" + WORKSHOP + "' is for unfinished files");
    }
    if (bytes(String.join("/", segments)) > LONGEST_PATH) {
      throw new IllegalArgumentException("a path has at most " + LONGEST_PATH + " bytes");
    }
  }

  /**
   * The path of this text, its names parted by slashes.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static StorePath of(String text) {
    return new StorePath(List.of(text.split("/", -1)));
  }

  /** A file of this name in a folder; empty if no path can lead there. */
  public static Optional<StorePath> in(List<String> folder, String name) {
    try {
      var names = new ArrayList<>(folder);
      names.add(name);
      return Optional.of(new StorePath(names));
    } catch (IllegalArgumentException unfit) {
      return Optional.empty();
    }
  }

  /** Name of the file. */
  public String name() {
    return segments.getLast();
  }

  /** Folders that lead to it, maybe none. */
  public List<String> folders() {
    return segments.subList(0, segments.size() - 1);
  }

  /** The same with a number: {@code requests (2).xlsx}. */
  public StorePath numbered(int number) {
    int dot = name().lastIndexOf('.');
    int end = dot > 0 ? dot : name().length();
    var suffix = " (" + number + ")" + name().substring(end);
    var stem = name().substring(0, end);
    while (!stem.isEmpty() && bytes(stem + suffix) > LONGEST_NAME) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    var names = new ArrayList<>(folders());
    names.add(stem + suffix);
    return new StorePath(names);
  }

  @Override
  public String toString() {
    return String.join("/", segments);
  }

  private static void demandName(String name) {
    if (name.isEmpty() || name.equals(".") || name.equals("..")) {
      throw new IllegalArgumentException("'" + name + "' is no name of a file or folder");
    }
    if (name.chars().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))) {
      throw new IllegalArgumentException(
          "a name holds no slash, backslash or control character: "
              + name.replaceAll("\\p{C}", "?"));
    }
    if (bytes(name) > LONGEST_NAME) {
      throw new IllegalArgumentException("a name has at most " + LONGEST_NAME + " bytes");
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
