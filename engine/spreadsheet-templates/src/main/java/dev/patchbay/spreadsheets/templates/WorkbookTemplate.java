package dev.patchbay.spreadsheets.templates;

import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.write.Unfit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook with a marked place, a table or a named range whose first row holds headers. The place
 * is filled with rows; it and the names that end with it grow or shrink, all else stays. The whole
 * workbook is held in memory. Used by one thread.
 */
public final class WorkbookTemplate implements AutoCloseable {
  /** More rows than this are better written without a template. */
  public static final int MOST_ROWS = 50_000;

  private final Path file;
  private final XSSFWorkbook workbook;
  private final Target target;
  private final int room;

  WorkbookTemplate(Path file, XSSFWorkbook workbook, Target target) {
    this.file = file;
    this.workbook = workbook;
    this.target = target;
    this.room = target.place().room();
  }

  /**
   * Opens a template and checks whether it can be filled.
   *
   * @param place name of a table or range, in whatever case
   * @param columns headers that the place must have, in the order of the cells of a row
   */
  public static TemplateCheck open(Path file, String place, List<String> columns) {
    return new TemplateOpening(file, place, columns).check();
  }

  /**
   * Fills the place and writes the workbook. Its file has to be there still: what filling does not
   * touch comes from it, byte by byte.
   *
   * @param rows cells in the order of the columns
   * @throws IOException if the stream takes no more
   */
  public Filling fill(Iterator<List<Cell>> rows, OutputStream output) throws IOException {
    var filled = new PlaceRows(target.place(), target.columns());
    int count = 0;
    while (rows.hasNext()) {
      if (++count > Math.min(MOST_ROWS, room)) {
        return new Filling.Refused(tooMany());
      }
      try {
        filled.write(count, rows.next());
      } catch (Unfit unfit) {
        return new Filling.Refused("Row %,d, %s".formatted(count, unfit.getMessage()));
      }
    }
    filled.clearAfter(count);
    target.extend(count);
    workbook.setForceFormulaRecalculation(true);
    new KeptParts(file, workbook, target).write(output);
    return new Filling.Filled(count);
  }

  private String tooMany() {
    var place = target.place();
    if (room < MOST_ROWS) {
      return "There are more rows than the place has room for, %,d: something stands below it in row %,d of the sheet '%s'. Move that to the top, to the side or to another sheet of the template."
          .formatted(room, place.header() + room + 2, place.sheet().getSheetName());
    }
    return "There are more than %,d rows, too many for a template. Filter them, or export without a template."
        .formatted(MOST_ROWS);
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
