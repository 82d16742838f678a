package dev.patchbay.server.imports;

import dev.patchbay.core.imports.BoundColumn;
import dev.patchbay.core.imports.Characters;
import dev.patchbay.core.imports.HeaderMatch;
import dev.patchbay.core.imports.ImportableFields;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.model.imports.ImportPreview;
import dev.patchbay.model.imports.ImportPreview.Column;
import dev.patchbay.spreadsheets.Reading;
import dev.patchbay.spreadsheets.Row;
import dev.patchbay.spreadsheets.SeparatorName;
import dev.patchbay.spreadsheets.SpreadsheetFile;
import dev.patchbay.spreadsheets.TextDialect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The header of a sheet and some of what stands below it. */
final class Preview {
  /** As a profile has at most. */
  private static final int MOST_COLUMNS = 200;

  private static final int MOST_ROWS = 50;
  private static final int SAMPLES = 3;
  private static final int LONGEST_SAMPLE = 80;

  private final List<String> headers;
  private final List<List<String>> samples = new ArrayList<>();
  private int rows;

  private Preview(List<String> headers) {
    this.headers = headers.subList(0, Math.min(headers.size(), MOST_COLUMNS));
    this.headers.forEach(_ -> samples.add(new ArrayList<>()));
  }

  static ImportPreview of(String name, SpreadsheetFile file, @Nullable String sheet)
      throws HopelessRunException {
    int number = SentFiles.sheet(file, sheet);
    var preview = new Preview(SentFiles.headers(file, number));
    if (file.read(number, preview::take) instanceof Reading.Rejected(var reason)) {
      throw new HopelessRunException(reason);
    }
    var dialect = file.dialect().orElse(TextDialect.DETECTED);
    return new ImportPreview(
        name,
        file.sheets(),
        file.sheets().get(number),
        dialect.encoding() == null ? null : dialect.encoding().name(),
        dialect.separator() == null ? null : SeparatorName.of(dialect.separator()),
        preview.columns(),
        ImportableFields.all());
  }

  private boolean take(Row row) {
    if (rows++ > 0) {
      for (int i = 0; i < Math.min(row.size(), headers.size()); i++) {
        sample(GivenCells.of(row.cell(i)).shown(), samples.get(i));
      }
    }
    return rows <= MOST_ROWS;
  }

  private static void sample(String value, List<String> taken) {
    if (!value.isBlank() && taken.size() < SAMPLES) {
      taken.add(shortened(value));
    }
  }

  private static String shortened(String text) {
    return Characters.whole(
        text.length() > LONGEST_SAMPLE ? text.substring(0, LONGEST_SAMPLE) + "…" : text);
  }

  private List<Column> columns() {
    var columns = new ArrayList<Column>();
    Set<String> filled = new HashSet<>();
    for (int i = 0; i < headers.size(); i++) {
      var header = shortened(headers.get(i));
      var field = HeaderMatch.field(headers.get(i)).filter(filled::add).orElse(null);
      columns.add(new Column(BoundColumn.letters(i), header, samples.get(i), field));
    }
    return columns;
  }
}
