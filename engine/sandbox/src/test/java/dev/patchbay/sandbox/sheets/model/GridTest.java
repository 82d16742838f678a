package dev.patchbay.sandbox.sheets.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.http.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {

  private final Grid grid = new Grid();

  @Test
  void keepsAForkApartInBothDirections() {
    write(grid, "a", "b");
    var fork = grid.fork();

    fork.set(0, 0, Value.of("fork"));
    grid.set(1, 0, Value.of("grid"));

    assertThat(texts(fork)).containsExactly("fork", "b");
    assertThat(texts(grid)).containsExactly("a", "grid");
  }

  @Test
  void keepsForksOfForksApart() {
    write(grid, "a");
    var first = grid.fork();
    first.set(0, 0, Value.of("first"));
    var second = first.fork();

    first.set(0, 0, Value.of("again"));

    assertThat(texts(second)).containsExactly("first");
    assertThat(texts(grid)).containsExactly("a");
  }

  @Test
  void insertsAndDeletesRows() {
    write(grid, "a", "b", "c");

    grid.insertRows(1, 2);
    var inserted = texts(grid);
    grid.deleteRows(1, 4);

    assertThat(inserted).containsExactly("a", "", "", "b", "c");
    assertThat(texts(grid)).containsExactly("a", "c");
  }

  @Test
  void insertsAndDeletesColumns() {
    grid.set(0, 0, Value.of("a"));
    grid.set(0, 1, Value.of("b"));

    grid.insertColumns(1, 2);
    var moved = grid.get(0, 3);
    grid.deleteColumns(0, 3);

    assertThat(moved).isEqualTo(Value.of("b"));
    assertThat(grid.get(0, 0)).isEqualTo(Value.of("b"));
  }

  @Test
  void knowsTheLastCellsThatShowSomething() {
    write(grid, "a", "b");
    grid.set(9, 4, new Rich(null, null, Extras.NONE.with("note", Json.object().textNode("n"))));

    assertThat(grid.lastFilledRow()).isEqualTo(1);
    assertThat(grid.usedRows()).isEqualTo(10);
    assertThat(grid.lastFilledColumn(9)).isEqualTo(-1);
  }

  @Test
  void takesNoRoomForBlanks() {
    grid.set(500, 500, null);

    assertThat(grid.usedRows()).isZero();
  }

  private static void write(Grid grid, String... column) {
    for (var row = 0; row < column.length; row++) {
      grid.set(row, 0, Value.of(column[row]));
    }
  }

  private static List<String> texts(Grid grid) {
    var texts = new ArrayList<String>();
    for (var row = 0; row < grid.usedRows(); row++) {
      texts.add(grid.get(row, 0) instanceof Value.Text(var text) ? text : "");
    }
    return texts;
  }
}
