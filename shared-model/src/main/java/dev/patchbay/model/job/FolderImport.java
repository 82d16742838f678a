package dev.patchbay.model.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.patchbay.model.imports.ImportDraft;
import dev.patchbay.model.imports.ImportDraft.OnErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files of a folder that are imported, each once.
 *
 * @param connector name of one whose files can be taken
 * @param folder its path, null for where the store begins
 * @param pattern of names, as {@code *.csv} or {@code march-??.{csv,xlsx}}
 * @param service as of an import
 * @param profile as of an import
 * @param sheet as of an import
 * @param settleSeconds how long a file must have lain unchanged; null stands for 60
 * @param most how many files one run takes; null stands for 20
 * @param encoding as of an import
 * @param separator as of an import
 */
public record FolderImport(
    String connector,
    @Nullable String folder,
    @JsonProperty(defaultValue = "*") String pattern,
    @Nullable String service,
    @Nullable String profile,
    @Nullable String sheet,
    @JsonProperty(defaultValue = "SKIP") OnErrors onErrors,
    @JsonProperty(defaultValue = "MOVE") Afterwards afterwards,
    @Nullable Integer settleSeconds,
    @Nullable Integer most,
    @Nullable String encoding,
    @Nullable String separator) {
  private static final int USUAL_SETTLE = 60;
  private static final int USUAL_MOST = 20;

  public FolderImport {
    pattern = pattern == null ? "*" : pattern;
    onErrors = onErrors == null ? OnErrors.SKIP : onErrors;
    afterwards = afterwards == null ? Afterwards.MOVE : afterwards;
  }

  /** The usual things with the files of a folder. */
  public static FolderImport of(String connector, @Nullable String folder, String pattern) {
    return new FolderImport(
        connector,
        folder,
        pattern,
        null,
        null,
        null,
        OnErrors.SKIP,
        Afterwards.MOVE,
        null,
        null,
        null,
        null);
  }

  /** What becomes of a file that was imported, or could not be. */
  public enum Afterwards {
    /** It is moved to {@code done} or {@code failed} in its folder. */
    MOVE,
    /** It stays, and is remembered by its content. */
    LEAVE
  }

  /** How each file is imported. */
  public ImportDraft draft() {
    return new ImportDraft(
        service, profile, List.of(), sheet, false, false, onErrors, null, encoding, separator);
  }

  /** How long a file must have lain unchanged, in seconds. */
  public int settling() {
    return settleSeconds == null ? USUAL_SETTLE : settleSeconds;
  }

  /** How many files one run takes. */
  public int atMost() {
    return most == null ? USUAL_MOST : most;
  }

  /** Names of the folders that lead to the files. */
  public List<String> folders() {
    return folder == null ? List.of() : List.of(folder.split("/", -1));
  }
}
