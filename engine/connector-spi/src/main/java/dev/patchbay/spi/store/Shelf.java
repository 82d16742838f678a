package dev.patchbay.spi.store;

import dev.patchbay.spi.Deadline;
import java.util.OptionalLong;

/** The calls that a store is made of. Each gives up at the deadline. Thread-safe. */
public interface Shelf {
  /** Length of the file at a path in bytes, empty if none stands there. */
  OptionalLong length(StorePath path, Deadline deadline) throws StoreFailure;

  /** SHA-256 of the file that stands at a path, in hexadecimal digits of lower case. */
  String sha256(StorePath path, Deadline deadline) throws StoreFailure;

  /**
   * Puts a file in its place in one step, in place of whatever stands there; makes its folders. A
   * failure leaves what stood there.
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
