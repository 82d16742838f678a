package dev.patchbay.console.viewmodel.imports;

import dev.patchbay.model.imports.ImportColumn;
import dev.patchbay.model.imports.ImportPreview;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a file fill which fields: by their headers, by a profile, or as a person changes
 * it. Of the thread of the window.
 */
public final class ImportColumns {
  private final ImportPreview preview;
  private final List<ImportLine> lines;

  /** Of a profile, what no line shows: constants, and a header's second field. */
  private final List<ImportColumn> others = new ArrayList<>();

  private final List<String> lacking = new ArrayList<>();
  private List<ImportColumn> asGiven = List.of();

  ImportColumns(ImportPreview preview) {
    this.preview = preview;
    this.lines =
        preview.columns().stream()
            .filter(column -> !column.header().isBlank())
            .map(column -> new ImportLine(column, preview.fields()))
            .toList();
    takeHeaders();
  }

  /** What the file holds. */
  public ImportPreview preview() {
    return preview;
  }

  /** The columns that have a header. */
  public List<ImportLine> lines() {
    return lines;
  }

  /** Headers of the profile that the file has not. */
  public List<String> lacking() {
    return List.copyOf(lacking);
  }

  /** Goes by the headers again. */
  void takeHeaders() {
    forget();
    for (var line : lines) {
      var field = line.column().field();
      line.take(field == null ? null : ImportColumn.of(field, line.column().header()));
    }
    asGiven = chosen();
  }

  /** Goes by the columns of a profile. */
  void take(List<ImportColumn> profile) {
    forget();
    lines.forEach(line -> line.take(null));
    for (var column : profile) {
      take(column);
    }
    asGiven = chosen();
  }

  private void forget() {
    others.clear();
    lacking.clear();
  }

  private void take(ImportColumn column) {
    var header = column.header();
    if (header == null) {
      others.add(column);
      return;
    }
    var named = lines.stream().filter(line -> same(line.column().header(), header)).toList();
    var free = named.stream().filter(line -> line.field().get().isEmpty()).findFirst();
    free.ifPresent(line -> line.take(column));
    if (named.isEmpty()) {
      lacking.add(header);
    } else if (free.isEmpty()) {
      others.add(column);
    }
  }

  private static boolean same(String one, String other) {
    return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
  }

  /** Whether a person chose otherwise than headers or profile say. */
  boolean isChanged() {
    return !chosen().equals(asGiven);
  }

  /** As an import or a profile has them. */
  List<ImportColumn> chosen() {
    return Stream.concat(lines.stream().flatMap(line -> line.chosen().stream()), others.stream())
        .toList();
  }

  /** A field that more than one column fills, null if there is none. */
  @Nullable String doubled() {
    var fields = chosen().stream().map(ImportColumn::field).toList();
    return fields.stream()
        .filter(field -> fields.indexOf(field) != fields.lastIndexOf(field))
        .findFirst()
        .orElse(null);
  }
}
