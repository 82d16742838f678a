package dev.patchbay.spi.store;

import dev.patchbay.spi.Deadline;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The calls that a store is made of. Each gives up at the deadline. Those that put a file in its
 * place ask its {@link FileToStore#fence()} directly before. Thread-safe.
 */
public interface Shelf {
  /** Length of the file at a path in bytes, empty if none stands there. */
  OptionalLong length(StorePath path, Deadline deadline) throws StoreFailure;

  /** SHA-256 of the file that stands at a path, in hexadecimal digits of lower case. */
  String sha256(StorePath path, Deadline deadline) throws StoreFailure;

  /**
   * What tells the file at a path from others that stood there or will, as far as the store tells
   * it without being read; empty if none stands there. Its length, unless a store knows better.
   */
  default Optional<String> version(StorePath path, Deadline deadline) throws StoreFailure {
    var length = length(path, deadline);
    return length.isEmpty() ? Optional.empty() : Optional.of(Long.toString(length.getAsLong()));
  }

  /**
   * Puts a file in its place in one step, in place of whatever stands there; makes its folders. A
   * failure leaves what stood there. Where the store has conditions, what came there meanwhile is
   * not replaced.
   */
  void replace(FileToStore file, Deadline deadline) throws StoreFailure;

  /**
   * Puts a file where none stands, in one step.
   *
   * @param path instead of the file's own
   * @return whether it was put: false if another stands there
   */
  boolean add(FileToStore file, StorePath path, Deadline deadline) throws StoreFailure;
}
