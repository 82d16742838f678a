package dev.patchbay.spi.store;

/**
 * Keeps a file from its place where whoever publishes it has lost the right to: a node may stand
 * still in the middle of an upload for so long that another has put a newer file there. Asked when
 * all has been sent, directly before the step that puts the file in its place. Thread-safe.
 */
@FunctionalInterface
public interface Fence {
  /** Of a file that nobody else publishes. */
  Fence OPEN = () -> {};

  /**
   * Returns if the file may be put in its place now.
   *
   * @throws StoreFailure if it may not, or that cannot be told
   */
  void demandOpen() throws StoreFailure;
}
