package dev.patchbay.spi;

import java.util.List;

/**
 * Rows of one attempt.
 *
 * @param rows at least one; in upsert mode each key once
 * @param deliveries for each row the public id of the newest delivery it stands for: the same at
 *     every attempt, so that the far side can know it again. Empty when a lost answer is settled:
 *     what a connector needs then it notes in its plan
 * @param retired tokens of settled attempts that nobody can need any more: to be deleted with this
 *     batch
 */
public record RowBatch(
    Token token,
    Target target,
    Layout layout,
    List<Row> rows,
    List<String> deliveries,
    List<Token> retired) {
  public RowBatch {
    rows = List.copyOf(rows);
    deliveries = List.copyOf(deliveries);
    retired = List.copyOf(retired);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a batch needs a row");
    }
  }
}
