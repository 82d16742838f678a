package dev.patchbay.spi;

import java.util.List;

/**
 * Rows of one attempt.
 *
 * @param rows at least one; in upsert mode each key once
 * @param retired tokens of settled attempts that nobody can need any more: to be deleted with this
 *     batch
 */
public record RowBatch(
    Token token, Target target, Layout layout, List<Row> rows, List<Token> retired) {
  public RowBatch {
    rows = List.copyOf(rows);
    retired = List.copyOf(retired);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a batch needs a row");
    }
  }
}
