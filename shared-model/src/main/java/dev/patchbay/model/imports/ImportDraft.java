package dev.patchbay.model.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a file. Without profile and columns, headers are taken for fields of the
 * same name.
 *
 * @param service that makes the requests; null where there is one only
 * @param profile name of one that is saved; not together with {@code columns}
 * @param columns which column fills which field
 * @param sheet of a workbook, null for the first that holds a value
 * @param dryRun whether rows are only checked
 * @param again whether what an earlier import made is made once more
 * @param onErrors what becomes of the good rows where others are faulty
 * @param name for people, null for that of the file
 * @param encoding of a CSV or TSV file, an IANA name such as {@code windows-1250}; null to find it
 *     out
 * @param separator between its cells: {@code comma}, {@code semicolon}, {@code tab}, {@code bar} or
 *     the character; null to find it out
 */
public record ImportDraft(
    @Nullable String service,
    @Nullable String profile,
    List<ImportColumn> columns,
    @Nullable String sheet,
    @JsonProperty(defaultValue = "false") boolean dryRun,
    @JsonProperty(defaultValue = "false") boolean again,
    @JsonProperty(defaultValue = "SKIP") OnErrors onErrors,
    @Nullable String name,
    @Nullable String encoding,
    @Nullable String separator) {
  public ImportDraft {
    columns = columns == null ? List.of() : List.copyOf(columns);
    onErrors = onErrors == null ? OnErrors.SKIP : onErrors;
  }

  /** What becomes of the good rows where others are faulty. */
  public enum OnErrors {
    /** They are sent, the faulty ones are left out. */
    SKIP,
    /** Nothing is sent. */
    STOP
  }
}
