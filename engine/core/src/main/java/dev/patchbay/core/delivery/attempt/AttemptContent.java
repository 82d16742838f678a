package dev.patchbay.core.delivery.attempt;

import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.Target;
import dev.patchbay.spi.Token;
import java.util.List;
import java.util.Map;

/**
 * What an attempt sends, as stored with its intent: enough for any node to settle it, and for the
 * console to show the row.
 *
 * @param plan what the connector noted in {@code prepare}
 * @param rows what is sent
 * @param marks versions by key to be recorded once it is applied
 */
public record AttemptContent(
    Target target,
    Layout layout,
    List<Row> rows,
    String plan,
    Map<String, String> marks,
    List<Token> retired) {
  public AttemptContent {
    rows = List.copyOf(rows);
    marks = Map.copyOf(marks);
    retired = List.copyOf(retired);
  }
}
