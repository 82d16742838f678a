package dev.patchbay.store.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.Attempt;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.CellKind;
import dev.patchbay.spi.Column;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Preparation;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.RowBatch;
import dev.patchbay.spi.Target;
import dev.patchbay.spi.Token;
import dev.patchbay.spi.WriteMode;
import dev.patchbay.store.TestStore;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A read model in a database of its own, and the target that fills it. */
final class ModelRig implements AutoCloseable {
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final Target TARGET = new Target(Map.of("model", "requests"));
  static final Layout LAYOUT =
      new Layout(
          List.of(
              new Column("id", "Id", CellKind.TEXT),
              new Column("title", "Title", CellKind.TEXT),
              new Column("description", "Description", CellKind.TEXT),
              new Column("status", "Status", CellKind.TEXT),
              new Column("category", "Category", CellKind.TEXT),
              new Column("requestedAt", "Asked", CellKind.TEXT),
              new Column("deleted", "Deleted", CellKind.BOOLEAN),
              new Column("votes", "Votes", CellKind.INTEGER)),
          "id",
          WriteMode.UPSERT);

  private final TestStore store = TestStore.create();
  private final ModelTarget target = new ModelTarget(store.database(), ZONE, (_, _, _) -> {});
  private final JdbcDatasetModel datasets = new JdbcDatasetModel(store.database());
  private final JdbcRequestModel model = new JdbcRequestModel(store.database(), ZONE);

  /** What is handed over as a dataset. */
  JdbcDatasetModel datasets() {
    return datasets;
  }

  TestStore store() {
    return store;
  }

  ModelTarget target() {
    return target;
  }

  JdbcRequestModel model() {
    return model;
  }

  static Row row(String id, Map<String, Cell> cells) {
    var all = new LinkedHashMap<>(cells);
    all.put("id", new Cell.Text(id));
    return new Row(id, all);
  }

  static Row row(String id, String title, String status, String asked) {
    return row(
        id,
        Map.of(
            "title", new Cell.Text(title),
            "status", new Cell.Text(status),
            "requestedAt", new Cell.Text(asked)));
  }

  static Attempt attempt(Row... rows) {
    return attempt(LAYOUT, List.of(rows), List.of());
  }

  static Attempt attempt(Layout layout, List<Row> rows, List<Token> retired) {
    var token = new Token(1, UUID.randomUUID());
    var batch = new RowBatch(token, TARGET, layout, rows, List.of(), retired);
    return new Attempt(batch, "", _ -> Map.of(), Deadline.in(Duration.ofMinutes(1)));
  }

  void write(Row... rows) {
    var attempt = attempt(rows);
    assertThat(target.prepare(attempt.batch())).isEqualTo(new Preparation.Ready(""));
    assertThat(target.deliver(attempt)).isInstanceOf(Outcome.Applied.class);
  }

  @Override
  public void close() {
    store.close();
  }
}
