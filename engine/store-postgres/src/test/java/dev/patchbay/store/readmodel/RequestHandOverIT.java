package dev.patchbay.store.readmodel;

import static dev.patchbay.store.readmodel.ModelRig.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.readmodel.RequestModel;
import dev.patchbay.core.readmodel.RequestQuery;
import dev.patchbay.model.request.RequestFilter;
import dev.patchbay.model.request.RequestSort;
import dev.patchbay.model.request.RequestView;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All requests, one by one. */
class RequestHandOverIT {
  private final ModelRig rig = new ModelRig();
  private final JdbcRequestModel model = rig.model();

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
    var taken = new ArrayList<String>();
    var expected = new AtomicLong();

    model.each(
        RequestQuery.of(RequestFilter.ALL, RequestSort.ID),
        new RequestModel.Reader() {
          @Override
          public void expect(long count) {
            expected.set(count);
            write(row("d", Map.of()), row("a", Map.of("deleted", new Cell.Bool(true))));
          }

          @Override
          public boolean take(RequestView request) {
            taken.add(request.id());
            return true;
          }
        });

    assertThat(taken).containsExactly("a", "b", "c");
    assertThat(expected).hasValue(3);
    assertThat(
            model
                .page(RequestQuery.of(RequestFilter.ALL, RequestSort.ID), null, 100)
                .body()
                .items())
        .extracting(RequestView::id)
        .containsExactly("b", "c", "d");
  }

  @Test
  void whoTakesNoMoreIsGivenNoMore() {
    write(row("a", Map.of()), row("b", Map.of()), row("c", Map.of()));
    var taken = new ArrayList<String>();

    model.each(
        RequestQuery.of(RequestFilter.ALL, RequestSort.ID),
        new RequestModel.Reader() {
          @Override
          public void expect(long count) {}

          @Override
          public boolean take(RequestView request) {
            taken.add(request.id());
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
    var taken = new ArrayList<RequestView>();

    model.each(
        RequestQuery.of(RequestFilter.ALL, RequestSort.ID),
        new RequestModel.Reader() {
          @Override
          public boolean wants(String field) {
            return wanted;
          }

          @Override
          public void expect(long count) {}

          @Override
          public boolean take(RequestView request) {
            return taken.add(request);
          }
        });

    assertThat(taken)
        .extracting(RequestView::description)
        .containsExactly(wanted ? "It is dark." : null);
    assertThat(taken)
        .extracting(RequestView::more)
        .containsExactly(wanted ? Map.of("votes", 10) : Map.of());
  }
}
