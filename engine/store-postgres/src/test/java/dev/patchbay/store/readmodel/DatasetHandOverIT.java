package dev.patchbay.store.readmodel;

import static dev.patchbay.store.readmodel.ModelRig.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.readmodel.DatasetModel;
import dev.patchbay.core.readmodel.DatasetQuery;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All rows of a dataset, one by one. */
class DatasetHandOverIT {
  private static final DatasetQuery ALL =
      new DatasetQuery(
          Dataset.REQUESTS, Map.of(), null, null, null, new DatasetQuery.Sort(Dataset.KEY, false));

  private final ModelRig rig = new ModelRig();
  private final JdbcDatasetModel model = rig.datasets();

  @AfterEach
  void close() {
    rig.close();
  }

  private void write(Row... rows) {
    rig.write(rows);
  }

  @Test
  void allAreHandedOverAsTheyStandAtOneMoment() {
    write(row("a", Map.of()), row("b", Map.of()), row("c", Map.of()));
    var taken = new ArrayList<@Nullable Object>();
    var expected = new AtomicLong();

    model.each(
        ALL,
        new DatasetModel.Reader() {
          @Override
          public void expect(long count) {
            expected.set(count);
            write(row("d", Map.of()), row("a", Map.of("deleted", new Cell.Bool(true))));
          }

          @Override
          public boolean take(Map<String, Object> row) {
            taken.add(row.get(Dataset.KEY));
            return true;
          }
        });

    assertThat(taken).containsExactly("a", "b", "c");
    assertThat(expected).hasValue(3);
    assertThat(model.page(ALL, null, 100).body().items())
        .extracting(row -> row.get(Dataset.KEY))
        .containsExactly("b", "c", "d");
  }

  @Test
  void whoTakesNoMoreIsGivenNoMore() {
    write(row("a", Map.of()), row("b", Map.of()), row("c", Map.of()));
    var taken = new ArrayList<@Nullable Object>();

    model.each(
        ALL,
        new DatasetModel.Reader() {
          @Override
          public void expect(long count) {}

          @Override
          public boolean take(Map<String, Object> row) {
            taken.add(row.get(Dataset.KEY));
            return taken.size() < 2;
          }
        });

    assertThat(taken).containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatCostsIsReadOnlyWhereItIsWanted(boolean wanted) {
    write(
        row(
            "a",
            Map.of(
                "description", new Cell.Text("It is dark."),
                "votes", new Cell.Numeric(BigDecimal.TEN))));
    var taken = new ArrayList<Map<String, Object>>();

    model.each(
        ALL,
        new DatasetModel.Reader() {
          @Override
          public boolean wants(String field) {
            return wanted;
          }

          @Override
          public void expect(long count) {}

          @Override
          public boolean take(Map<String, Object> row) {
            return taken.add(row);
          }
        });

    assertThat(taken)
        .extracting(row -> row.get("id"), row -> row.get("description"), row -> row.get("votes"))
        .containsExactly(wanted ? tuple("a", "It is dark.", 10) : tuple("a", null, null));
  }
}
