package dev.patchbay.server.imports;

import dev.patchbay.core.imports.BoundColumn;
import dev.patchbay.core.imports.ColumnCheck;
import dev.patchbay.core.imports.HeaderMatch;
import dev.patchbay.core.imports.HeaderMatch.Matched;
import dev.patchbay.core.imports.ImportOrder;
import dev.patchbay.core.imports.ImportProfiles;
import dev.patchbay.core.imports.ImportStore;
import dev.patchbay.core.imports.ImportStore.Taken;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.JobRuns;
import dev.patchbay.core.job.MadeFile;
import dev.patchbay.core.job.NewRun;
import dev.patchbay.core.plugin.InstanceStore;
import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.imports.ImportColumn;
import dev.patchbay.model.imports.ImportDraft;
import dev.patchbay.model.imports.ImportPreview;
import dev.patchbay.model.imports.ImportProfileView;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.spi.store.Sha256;
import dev.patchbay.spreadsheets.SpreadsheetFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes orders for imports: what is wrong with file or columns as a whole is said at once. */
public final class ImportDesk {
  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,100}");

  private final ImportStore store;
  private final ImportProfiles profiles;
  private final JobRuns runs;
  private final InstanceStore services;
  private final ZoneId zone;
  private final Runnable queued;
  private final SentFiles sent = new SentFiles();

  /**
   * A desk.
   *
   * @param zone of times that name none
   * @param queued told of every new run
   */
  public ImportDesk(Parts parts, ZoneId zone, Runnable queued) {
    this.store = parts.store();
    this.profiles = parts.profiles();
    this.runs = parts.runs();
    this.services = parts.services();
    this.zone = zone;
    this.queued = queued;
  }

  /** What a desk works with. */
  public record Parts(
      ImportStore store, ImportProfiles profiles, JobRuns runs, InstanceStore services) {}

  /**
   * Orders an import.
   *
   * @param once the caller's key for it, null if it has none
   * @throws ProblemException that names what is wrong
   */
  public Taken order(ImportDraft draft, GivenFile given, String who, @Nullable String once) {
    var columns = columns(draft);
    check(draft, columns);
    var service = service(draft);
    var dialect = SaidDialect.of(draft);
    var sheet = sent.open(given.path(), dialect, file -> sheet(draft, columns, file));
    try {
      var order = order(draft, service, sheet, given);
      var request = new String(ServerJson.bytes(order), StandardCharsets.UTF_8);
      var name = draft.name() == null ? given.name() : draft.name();
      var file = new MadeFile(given.path(), given.name(), "application/octet-stream", 0);
      var taken = store.take(new NewRun(ImportStore.KIND, name, request, who, once), order, file);
      if (taken instanceof Taken.Asked(JobRuns.Asked.Queued _)) {
        queued.run();
      }
      return taken;
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** What is wrong with a draft whatever the file, by field. */
  public List<FieldError> faults(ImportDraft draft) {
    try {
      check(draft, columns(draft));
      var _ = SaidDialect.of(draft);
      var _ = service(draft);
      return List.of();
    } catch (ProblemException faulty) {
      return faulty.problem().errors();
    }
  }

  /** None to match headers by name. */
  private List<ImportColumn> columns(ImportDraft draft) {
    var name = draft.profile();
    if (name == null) {
      return draft.columns();
    }
    if (!draft.columns().isEmpty()) {
      throw ProblemException.field("/columns", "stand in the profile; give one or the other");
    }
    return profiles
        .find(name)
        .map(ImportProfileView::columns)
        .orElseThrow(() -> ProblemException.field("/profile", "is none that is saved"));
  }

  private static void check(ImportDraft draft, List<ImportColumn> columns) {
    if (draft.name() != null && !NAME.matcher(draft.name()).matches()) {
      throw ProblemException.field("/name", "must be 1 to 100 characters");
    }
    var faults = columns.isEmpty() ? List.<FieldError>of() : ColumnCheck.faults(columns);
    if (!faults.isEmpty()) {
      throw ProblemException.fields(faults);
    }
  }

  private String service(ImportDraft draft) {
    var names = services.all().stream().map(PluginInstance::name).toList();
    if (draft.service() == null) {
      if (names.size() == 1) {
        return names.getFirst();
      }
      throw ProblemException.field("/service", "is required, for there is not just one: " + names);
    }
    if (!names.contains(draft.service())) {
      throw ProblemException.field("/service", "is no configured service; there are " + names);
    }
    return draft.service();
  }

  private record Sheet(int number, List<BoundColumn> columns, List<String> ignored) {}

  private Sheet sheet(ImportDraft draft, List<ImportColumn> columns, SpreadsheetFile file)
      throws HopelessRunException {
    int number = SentFiles.sheet(file, draft.sheet());
    var headers = SentFiles.headers(file, number);
    var matched =
        columns.isEmpty() ? HeaderMatch.byName(headers) : HeaderMatch.of(headers, columns);
    return switch (matched) {
      case Matched.Faulty(var faults) -> throw ProblemException.fields(faults);
      case Matched.Bound(var bound, var ignored) -> new Sheet(number, inZone(bound), ignored);
    };
  }

  private List<BoundColumn> inZone(List<BoundColumn> columns) {
    return columns.stream()
        .map(bound -> new BoundColumn(bound.column().inZone(zone.getId()), bound.index()))
        .toList();
  }

  private static ImportOrder order(ImportDraft draft, String service, Sheet sheet, GivenFile given)
      throws IOException {
    try (var in = Files.newInputStream(given.path())) {
      return new ImportOrder(
          service,
          draft.profile(),
          given.name(),
          Sha256.of(in),
          sheet.number(),
          sheet.columns(),
          sheet.ignored(),
          draft.dryRun(),
          draft.again(),
          draft.onErrors(),
          draft.encoding(),
          draft.separator());
    }
  }

  /**
   * What a file holds.
   *
   * @param draft of which sheet, encoding and separator count
   * @throws ProblemException that names what is wrong
   */
  public ImportPreview preview(GivenFile given, ImportDraft draft) {
    return sent.open(
        given.path(), SaidDialect.of(draft), file -> Preview.of(given.name(), file, draft.sheet()));
  }

  /** The newest. */
  public List<ImportStore.StoredImport> newest(int limit) {
    return store.newest(limit);
  }

  /** One. */
  public Optional<ImportStore.StoredImport> find(String id) {
    return store.find(id);
  }

  /** Calls one off; false if it has ended. */
  public boolean cancel(String id) {
    return runs.cancel(id);
  }

  /** What it found and made. */
  public ImportFiles files() {
    return new ImportFiles(store);
  }
}
