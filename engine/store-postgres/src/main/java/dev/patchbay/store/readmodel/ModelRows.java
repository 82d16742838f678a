package dev.patchbay.store.readmodel;

import dev.patchbay.spi.Outcome.RowFault;
import dev.patchbay.spi.RowBatch;
import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of a batch as the read model takes them. */
sealed interface ModelRows {
  /** Rows that cannot be written. */
  record Unfit(List<RowFault> faults) implements ModelRows {}

  /** Rows that can; one for each id. */
  record Fit(Model model, List<ModelRow> rows) implements ModelRows {
    /** Writes them into a generation, and counts. */
    void write(Connection connection, int generation, ZoneId zone) throws SQLException {
      var values = new ArrayList<@Nullable Object>();
      values.add(texts(ModelRow::id));
      values.add(rows.stream().map(ModelRow::mask).toArray(Integer[]::new));
      model.columns().forEach(column -> values.add(texts(row -> row.values().get(column))));
      values.add(texts(ModelRow::more));
      values.add(generation);
      if (model.isCounted()) {
        values.add(zone.getId());
      }
      Command.of(MergeStatement.of(model), values.toArray()).update(connection);
    }

    private @Nullable String[] texts(Function<ModelRow, @Nullable String> part) {
      return rows.stream().map(part).toArray(String[]::new);
    }

    String[] ids() {
      return rows.stream().map(ModelRow::id).toArray(String[]::new);
    }
  }

  /** The rows of a batch, or what is wrong with them. */
  static ModelRows of(Model model, RowBatch batch) {
    var rows = new ArrayList<ModelRow>();
    var faults = new ArrayList<RowFault>();
    for (int i = 0; i < batch.rows().size(); i++) {
      try {
        rows.add(ModelRow.of(model, batch.rows().get(i), batch.layout().keyColumn()));
      } catch (ModelRow.UnfitException unfit) {
        faults.add(new RowFault(i, unfit.why()));
      }
    }
    return faults.isEmpty() ? new Fit(model, rows) : new Unfit(faults);
  }
}
