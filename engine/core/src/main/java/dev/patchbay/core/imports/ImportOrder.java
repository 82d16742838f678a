package dev.patchbay.core.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.model.imports.ImportDraft.OnErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run does: everything that decides what becomes of a row, as it was when it was ordered.
 *
 * @param profile that the columns came from, null if from none
 * @param file name of the file, for people
 * @param sha256 of the file, hexadecimal digits in lower case
 * @param sheet place in the file, from 0
 * @param ignored headers that fill no field
 * @param encoding of a text as it was said, null to find it out
 * @param separator of a text as it was said, null to find it out
 */
public record ImportOrder(
    String service,
    @Nullable String profile,
    String file,
    String sha256,
    int sheet,
    List<BoundColumn> columns,
    List<String> ignored,
    boolean dryRun,
    boolean again,
    OnErrors onErrors,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String encoding,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String separator) {
  public ImportOrder {
    columns = List.copyOf(columns);
    ignored = List.copyOf(ignored);
  }
}
