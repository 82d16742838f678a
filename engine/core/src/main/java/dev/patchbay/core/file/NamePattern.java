package dev.patchbay.core.file;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * Which names of files are meant: {@code *}, {@code ?}, {@code [a-z]} and {@code {csv,xlsx}}.
 * Hidden files are only meant by patterns that begin with a point.
 */
public record NamePattern(String text) {
  private static final int LONGEST = 200;

  /** What is wrong with a pattern, for a person. */
  public static Optional<String> fault(String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      return Optional.of("must be 1 to " + LONGEST + " characters, such as *.csv");
    }
    if (text.chars().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))) {
      return Optional.of("is of names, so it holds no slash; the folder is named beside it");
    }
    try {
      var _ = matcher(text);
      return Optional.empty();
    } catch (PatternSyntaxException unreadable) {
      return Optional.of("cannot be read; write it as in *.csv or march-??.{csv,xlsx}");
    }
  }

  /** Whether a name is meant. */
  public boolean matches(String name) {
    try {
      return (!name.startsWith(".") || text.startsWith("."))
          && matcher(text).matches(Path.of(name));
    } catch (InvalidPathException unfit) {
      return false;
    }
  }

  private static PathMatcher matcher(String text) {
    return FileSystems.getDefault().getPathMatcher("glob:" + text);
  }
}
