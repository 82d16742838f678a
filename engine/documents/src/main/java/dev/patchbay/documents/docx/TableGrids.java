package dev.patchbay.documents.docx;

import dev.patchbay.documents.docx.xml.Piece;
import dev.patchbay.documents.docx.xml.Pieces;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives each table as many columns as its rows have, which loops over cells have changed. The table
 * keeps its width.
 */
final class TableGrids {
  private final List<Piece> pieces;
  private final Deque<Table> tables = new ArrayDeque<>();
  private final Set<Integer> gone = new HashSet<>();
  private final Map<Integer, List<Piece>> fresh = new HashMap<>();
  private boolean even = true;

  private TableGrids(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /** What is counted of a table on the way through it. */
  private static final class Table {
    private final List<Integer> columns = new ArrayList<>();
    private int gridEnd = -1;
    private int cells;
    private int span;
    private int mostCells;
    private int widest;
    private int narrowest = Integer.MAX_VALUE;

    void endRow() {
      mostCells = Math.max(mostCells, cells);
      widest = Math.max(widest, span);
      narrowest = Math.min(narrowest, span);
      cells = 0;
      span = 0;
    }

    /** Whether each row has as many columns as the grid. */
    boolean isEven() {
      return narrowest == columns.size() && widest == columns.size();
    }
  }

  /**
   * Whether no grid has to be mended, and none would have to be if there were more rows or fewer.
   */
  static boolean areEven(List<Piece> pieces) {
    var grids = new TableGrids(pieces);
    grids.look();
    return grids.even && grids.gone.isEmpty() && grids.fresh.isEmpty();
  }

  /** The pieces with mended grids; also a cell without a paragraph gets one, as Word wants it. */
  static List<Piece> mended(List<Piece> pieces) {
    return new TableGrids(pieces).all();
  }

  private List<Piece> all() {
    look();
    return gone.isEmpty() && fresh.isEmpty() ? pieces : rebuilt();
  }

  private void look() {
    for (int i = 0; i < pieces.size(); i++) {
      switch (pieces.get(i)) {
        case Piece.Open open -> open(i, open);
        case Piece.Close(var name) -> close(i, name);
        default -> {}
      }
    }
  }

  private void open(int at, Piece.Open open) {
    if (open.name().equals("w:tbl") && !open.isEmpty()) {
      tables.push(new Table());
    }
    var table = tables.peek();
    if (table == null) {
      return;
    }
    switch (open.name()) {
      case "w:gridCol" -> table.columns.add(at);
      case "w:tc" -> {
        table.cells++;
        table.span++;
      }
      case "w:gridSpan" -> table.span += span(open) - 1;
      default -> {}
    }
  }

  private static int span(Piece.Open open) {
    return Pieces.attribute(open.raw(), "w:val")
        .filter(value -> value.matches("\\d{1,4}"))
        .map(Integer::parseInt)
        .orElse(1);
  }

  private void close(int at, String name) {
    var table = tables.peek();
    if (table == null) {
      return;
    }
    switch (name) {
      case "w:tblGrid" -> table.gridEnd = at;
      case "w:tr" -> table.endRow();
      case "w:tc" -> closeCell(at);
      case "w:tbl" -> mend(tables.pop());
      default -> {}
    }
  }

  private void closeCell(int at) {
    if (!(pieces.get(at - 1) instanceof Piece.Close(var last)
            && (last.equals("w:p") || last.equals("w:sdt")))
        && !(pieces.get(at - 1) instanceof Piece.Open open && open.name().equals("w:p"))) {
      fresh.put(at, List.of(new Piece.Open("w:p", "<w:p/>")));
    }
  }

  private void mend(Table table) {
    even &= table.isEven();
    int size = table.columns.size();
    int wanted = Math.max(size, table.mostCells);
    wanted = table.widest > 0 ? Math.min(wanted, table.widest) : wanted;
    if (table.gridEnd < 0 || wanted == size || size == 0) {
      return;
    }
    var widths = table.columns.stream().map(this::width).toList();
    gone.addAll(table.columns);
    fresh.put(table.gridEnd, columns(widths, wanted, Math.max(size, table.mostCells)));
  }

  private double width(int column) {
    return Pieces.attribute(pieces.get(column).raw(), "w:w")
        .filter(value -> value.matches("\\d{1,9}(\\.\\d*)?"))
        .map(Double::parseDouble)
        .orElse(0.0);
  }

  /** New columns are of average width, and what columns lose or win is shared by all. */
  private static List<Piece> columns(List<Double> widths, int wanted, int with) {
    double all = widths.stream().mapToDouble(Double::doubleValue).sum();
    var scaled = new ArrayList<Double>();
    for (int i = 0; i < with; i++) {
      scaled.add(i < widths.size() ? widths.get(i) * widths.size() / with : all / with);
    }
    double lost = scaled.subList(wanted, with).stream().mapToDouble(Double::doubleValue).sum();
    return scaled.subList(0, wanted).stream()
        .map(width -> (int) (width + lost / wanted))
        .<Piece>map(width -> new Piece.Open("w:gridCol", "<w:gridCol w:w=\"" + width + "\"/>"))
        .toList();
  }

  private List<Piece> rebuilt() {
    var out = new ArrayList<Piece>(pieces.size() + 16);
    for (int i = 0; i < pieces.size(); i++) {
      out.addAll(fresh.getOrDefault(i, List.of()));
      if (!gone.contains(i)) {
        out.add(pieces.get(i));
      }
    }
    return out;
  }
}
