package dev.patchbay.server.export;

import dev.patchbay.core.file.SafeName;
import dev.patchbay.core.job.JobRuns;
import dev.patchbay.core.job.NewRun;
import dev.patchbay.core.job.RunFilter;
import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.readmodel.DatasetQuery;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.access.Caller;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.RunView;
import dev.patchbay.server.dataset.Datasets;
import dev.patchbay.server.export.delivery.MailDelivery;
import dev.patchbay.server.export.delivery.SheetDelivery;
import dev.patchbay.server.export.delivery.StoreDelivery;
import dev.patchbay.server.export.file.CsvFormat;
import dev.patchbay.server.export.file.DocumentFiles;
import dev.patchbay.server.export.file.WorkbookFiles;
import dev.patchbay.server.export.row.ExportColumns;
import dev.patchbay.server.export.row.ExportView;
import dev.patchbay.server.http.ServerJson;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes orders for exports and hands out what came of them. Thread-safe. */
public final class ExportDesk {
  private static final int LONGEST_NAME = 100;

  private final JobRuns runs;
  private final Datasets datasets;
  private final ExportColumns columns;
  private final StoreDelivery stores;
  private final MailDelivery mail;
  private final SheetDelivery sheets;
  private final DocumentFiles documents;
  private final WorkbookFiles workbooks;
  private final Runnable queued;

  /**
   * A desk.
   *
   * @param queued told of every new run
   */
  public ExportDesk(Parts parts, ZoneId zone, Runnable queued) {
    this.runs = parts.runs();
    this.datasets = parts.datasets();
    this.columns = new ExportColumns(datasets.fields(), zone);
    this.stores = parts.stores();
    this.mail = parts.mail();
    this.sheets = parts.sheets();
    this.documents = parts.documents();
    this.workbooks = parts.workbooks();
    this.queued = queued;
  }

  /** What a desk works with. */
  public record Parts(
      JobRuns runs,
      Datasets datasets,
      StoreDelivery stores,
      MailDelivery mail,
      SheetDelivery sheets,
      DocumentFiles documents,
      WorkbookFiles workbooks) {}

  /** The dataset of a faultless draft, if no route fills it. */
  public Optional<Dataset> unfilled(ExportDraft draft) {
    return draft.service() == null
        ? Dataset.of(draft.dataset()).filter(dataset -> !datasets.isFilled(dataset))
        : Optional.empty();
  }

  /**
   * Faults of a draft, by field.
   *
   * @param caller who it would be made for
   */
  public List<FieldError> faults(ExportDraft draft, Caller caller) {
    var faults = new ArrayList<FieldError>();
    var dataset = Dataset.of(draft.dataset());
    if (dataset.isEmpty()) {
      faults.add(new FieldError("/dataset", "must be one of " + Dataset.names()));
    }
    if (draft.name() != null && !isName(draft.name())) {
      faults.add(
          new FieldError(
              "/name", "must be 1 to " + LONGEST_NAME + " characters that a file name may have"));
    }
    if (draft.language() != null && !isLanguage(draft.language())) {
      faults.add(new FieldError("/language", "must be a language tag such as de-DE"));
    }
    faults.addAll(new CsvFormat(draft).faults());
    faults.addAll(timeFaults(draft));
    if (draft.filter() != null) {
      faults.addAll(new FilterCheck(draft.filter()).faults());
    }
    faults.addAll(documents.faults(draft));
    dataset.ifPresent(it -> faults.addAll(rowFaults(draft, it, caller)));
    if (draft.store() != null) {
      faults.addAll(stores.faults(draft.store(), "/store"));
    }
    if (draft.mail() != null) {
      faults.addAll(mail.faults(draft.mail(), "/mail"));
    }
    if (draft.sheet() != null) {
      faults.addAll(sheets.faults(draft, draft.sheet()));
    }
    return faults;
  }

  /** The same of one that a person orders: whoever may read must not write to sheets by that. */
  public List<FieldError> faultsByHand(ExportDraft draft, Caller caller) {
    var faults = new ArrayList<>(faults(draft, caller));
    if (draft.sheet() != null) {
      faults.add(
          new FieldError(
              "/sheet", "is only for schedules; ask an administrator for one, and have it run"));
    }
    return faults;
  }

  private static List<FieldError> timeFaults(ExportDraft draft) {
    var faults = new ArrayList<FieldError>();
    var filter = draft.filter();
    if (draft.period() != null
        && filter != null
        && (filter.from() != null || filter.to() != null)) {
      faults.add(new FieldError("/period", "must not stand beside /filter/from and /filter/to"));
    }
    if (filter != null
        && filter.from() != null
        && filter.to() != null
        && filter.from().isAfter(filter.to())) {
      faults.add(new FieldError("/filter/from", "must not be after /filter/to; exchange them"));
    }
    if (draft.zone() != null && !Zones.isKnown(draft.zone())) {
      faults.add(new FieldError("/zone", Zones.MUST_BE));
    }
    return faults;
  }

  private List<FieldError> rowFaults(ExportDraft draft, Dataset dataset, Caller caller) {
    var faults = new ArrayList<FieldError>();
    if (draft.sort() != null && DatasetQuery.sort(dataset, draft.sort()).isEmpty()) {
      var sorts = DatasetQuery.sortParameters(dataset);
      faults.add(new FieldError("/sort", "must be one of " + sorts));
    }
    var known = columns.of(dataset);
    faults.addAll(columnFaults(draft.columns(), known.keySet()));
    faults.addAll(workbooks.faults(draft, known));
    var service = draft.service();
    var unasked = service == null ? Optional.<String>empty() : datasets.unasked(dataset, service);
    if (unasked.isPresent()) {
      faults.add(new FieldError("/service", unasked.get()));
    } else {
      faults.addAll(new ExportView(draft, dataset, datasets.of(dataset, service, caller)).faults());
    }
    return faults;
  }

  private static List<FieldError> columnFaults(List<String> chosen, Set<String> known) {
    var seen = new HashSet<String>();
    var faults = new ArrayList<FieldError>();
    for (int i = 0; i < chosen.size(); i++) {
      if (!known.contains(chosen.get(i))) {
        faults.add(new FieldError("/columns/" + i, "is none of " + known));
      } else if (!seen.add(chosen.get(i))) {
        faults.add(new FieldError("/columns/" + i, "is given twice"));
      }
    }
    return faults;
  }

  private static boolean isName(String name) {
    return !name.isBlank()
        && name.codePointCount(0, name.length()) <= LONGEST_NAME
        && SafeName.isFit(name);
  }

  private static boolean isLanguage(String tag) {
    var locale = Locale.forLanguageTag(tag);
    return locale.toLanguageTag().equalsIgnoreCase(tag) && !locale.getLanguage().isEmpty();
  }

  /**
   * Orders an export.
   *
   * @param once the caller's key for it, null if it has none
   */
  public JobRuns.Asked order(ExportDraft draft, String who, @Nullable String once) {
    var request = new String(ServerJson.bytes(draft), StandardCharsets.UTF_8);
    var asked = runs.ask(new NewRun(ExportWork.KIND, draft.called(), request, who, once));
    if (asked instanceof JobRuns.Asked.Queued) {
      queued.run();
    }
    return asked;
  }

  /** The newest. */
  public List<RunView> newest(int limit) {
    return runs.page(RunFilter.ofKind(ExportWork.KIND), null, limit);
  }

  /** One. */
  public Optional<RunView> find(String id) {
    return runs.find(id).filter(run -> run.kind().equals(ExportWork.KIND));
  }
}
