package dev.patchbay.core.mapping;

import dev.patchbay.spi.Cell;

/** What a value becomes in its column. */
sealed interface CellResult {
  record Fits(Cell cell) implements CellResult {}

  /** The column stays as it is. */
  record Untouched() implements CellResult {}

  record Misfit(String found, String problem) implements CellResult {}
}
