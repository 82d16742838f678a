package dev.patchbay.model.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds, and which fields its columns would fill by their headers. Nothing is kept.
 *
 * @param file its name
 * @param sheets of a workbook, in its order; of a text one without a name
 * @param sheet that was looked at
 * @param encoding that a text was read in, as it was said or found out; null of a workbook
 * @param separator of its cells, a name such as {@code semicolon} or the character; null of a
 *     workbook
 * @param columns of it, from the left
 * @param fields that a request has; those of {@code attributes} have any name
 */
public record ImportPreview(
    String file,
    List<String> sheets,
    String sheet,
    @Nullable String encoding,
    @Nullable String separator,
    List<Column> columns,
    List<RequestField> fields) {
  public ImportPreview {
    sheets = List.copyOf(sheets);
    columns = List.copyOf(columns);
    fields = List.copyOf(fields);
  }

  /**
   * A column of a file.
   *
   * @param place its letters, as spreadsheets name it
   * @param samples its first values that are there, as a person would write them
   * @param field that it fills if nothing else is said, null for none
   */
  public record Column(String place, String header, List<String> samples, @Nullable String field) {
    public Column {
      samples = List.copyOf(samples);
    }
  }
}
