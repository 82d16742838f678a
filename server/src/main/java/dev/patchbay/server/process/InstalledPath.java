package dev.patchbay.server.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Class paths of processes that an installation may have, or not. */
public final class InstalledPath {
  /** At the end of an entry: all jars of a folder. */
  private static final String ALL_OF = "/*";

  private InstalledPath() {}

  /** One that somebody has named; empty where nothing of it is there. */
  public static String of(String path) {
    boolean isThere =
        Stream.of(path.split(File.pathSeparator, -1))
            .map(entry -> entry.endsWith(ALL_OF) ? entry.substring(0, entry.length() - 2) : entry)
            .anyMatch(entry -> !entry.isEmpty() && Files.exists(Path.of(entry)));
    return isThere ? path : "";
  }
}
