package dev.patchbay.spi.store;

import dev.patchbay.spi.Deadline;
import java.io.OutputStream;
import java.util.List;

/**
 * Files of a store that others put there and the hub takes. A failure says of the call what {@link
 * Publication} says of a file. Thread-safe.
 */
public interface FileSource {
  /** As many files are listed at most. */
  int MOST_LISTED = 10_000;

  /**
   * Files that stand in a folder, by name. Those in folders below it, unfinished ones of the hub,
   * links, and names that no {@link StorePath} can have are not among them.
   *
   * @param folder names of folders, none for where the store begins
   * @throws StoreFailure if there is no such folder, or it holds more than {@link #MOST_LISTED};
   *     where folders are but the beginnings of names, an unknown one is empty
   */
  List<FoundFile> list(List<String> folder, Deadline deadline) throws StoreFailure;

  /**
   * Copies the content of a file.
   *
   * @param most bytes that are taken
   * @throws StoreFailure if it is longer, cannot be read, or is gone
   */
  void read(StorePath path, long most, OutputStream to, Deadline deadline) throws StoreFailure;

  /**
   * Moves a file to where none stands; makes its folders. One that was moved before, as far as can
   * be told, counts as moved. Whoever puts another file in its place at the very moment of the move
   * may have that one moved.
   *
   * @param file as it was seen
   */
  Moved move(FoundFile file, StorePath to, Deadline deadline) throws StoreFailure;

  /** What came of moving a file. */
  enum Moved {
    MOVED,
    /** It no longer stands where it stood. */
    GONE,
    /** It is not as it was seen. */
    CHANGED,
    /** Another stands where it should go. */
    TAKEN
  }

  /** A file is longer than it may be. */
  static StoreFailure tooLong(StorePath path, long most) {
    return StoreFailure.rejected(
        "too-long", "'%s' has more than %,d bytes. Split it.".formatted(path, most));
  }

  /** A folder holds too many files. */
  static StoreFailure tooMany() {
    return StoreFailure.target(
        "too-many-files",
        "The folder holds more than %,d files. Take away those that are done with."
            .formatted(MOST_LISTED));
  }

  /** A folder does not exist. */
  static StoreFailure noFolder(List<String> folder) {
    return StoreFailure.target(
        "no-folder",
        "The folder '%s' does not exist. Create it, or name another."
            .formatted(String.join("/", folder)));
  }

  /** A file does not exist. */
  static StoreFailure gone(StorePath path) {
    return StoreFailure.rejected("gone", "'" + path + "' is no longer there.");
  }
}
