package dev.patchbay.server.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.core.dataset.ShownFields;
import dev.patchbay.core.file.FilePathValues;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.JobWork;
import dev.patchbay.core.job.KeptFile;
import dev.patchbay.core.job.MadeFile;
import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.model.access.Caller;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.request.RequestFilter;
import dev.patchbay.server.dataset.Datasets;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.spreadsheets.write.TableLayout;
import dev.patchbay.spreadsheets.write.Unwritable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the file of an export, as its rows stand at one moment. Thread-safe. */
public final class ExportWork implements JobWork {
  /** Kind of its runs. */
  public static final String KIND = "export";

  private final Datasets datasets;
  private final ShownFields shown;
  private final StoreDelivery stores;
  private final MailDelivery mail;
  private final SheetDelivery sheets;
  private final ZoneId zone;

  /**
   * Exports.
   *
   * @param zone of those that name none
   */
  public ExportWork(ExportDesk.Parts parts, ShownFields shown, ZoneId zone) {
    this.datasets = parts.datasets();
    this.shown = shown;
    this.stores = parts.stores();
    this.mail = parts.mail();
    this.sheets = parts.sheets();
    this.zone = zone;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public MadeFile make(ClaimedRun run, Path folder, Progress progress)
      throws IOException, HopelessRunException, StoppedRunException {
    if (!datasets.isFilled()) {
      throw new HopelessRunException("No route fills the overview of requests.");
    }
    var draft = draft(run);
    var requests = datasets.requests(caller(run)); // the policy that stands when it is begun
    var view = new ExportView(draft, requests.veil());
    demandShown(view);
    var chosen = chosen(draft, view);
    var filter = filter(draft, run.due());
    shown.note(run, view.shown(chosen, filter));
    var format = ExportFile.of(draft, run.due());
    var path = folder.resolve("export");
    try (var writer = format.format().open(path, layout(draft, chosen));
        var reader = new RowsToFile(writer, chosen, progress)) {
      requests.each(filter, view.sort(), reader);
      reader.demandDone();
      var written = writer.finish();
      return new MadeFile(path, format.name(zone(draft)), format.mediaType(), written.rows());
    } catch (Unwritable row) {
      throw new HopelessRunException(String.valueOf(row.getMessage()));
    }
  }

  @Override
  public Optional<String> deliver(ClaimedRun run, KeptFile file)
      throws IOException, HopelessRunException, StoppedRunException {
    var draft = draft(run);
    var values =
        new FilePathValues(run.due().atZone(zone(draft)), run.id(), run.schedule(), draft.called());
    var places = new ArrayList<String>();
    if (draft.store() != null) {
      places.add(stores.publish(draft.store(), values, file));
    }
    if (draft.sheet() != null) {
      places.add(sheets.put(draft.sheet(), known(draft), run, file));
    }
    if (draft.mail() != null) {
      mail.send(run, draft.mail(), values, file);
    }
    return places.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", places));
  }

  private List<ExportColumn> known(ExportDraft draft) {
    return List.copyOf(new RequestColumns(datasets.fields(), zone(draft)).all().values());
  }

  private static ExportDraft draft(ClaimedRun run) throws HopelessRunException {
    try {
      return ServerJson.MAPPER.readValue(run.request(), ExportDraft.class);
    } catch (JsonProcessingException other) {
      throw new HopelessRunException("This version of the hub does not understand the export.");
    }
  }

  private Caller caller(ClaimedRun run) throws HopelessRunException {
    return datasets
        .caller(run)
        .orElseThrow(
            () ->
                new HopelessRunException(
                    "User '%s', who asked for it, may not read any more. Let another user ask."
                        .formatted(run.askedBy())));
  }

  private static void demandShown(ExportView view) throws HopelessRunException {
    var faults = view.faults();
    if (!faults.isEmpty()) {
      var first = faults.getFirst();
      throw new HopelessRunException(first.field() + " " + first.message() + ".");
    }
  }

  private List<ExportColumn> chosen(ExportDraft draft, ExportView view)
      throws HopelessRunException {
    var all = new RequestColumns(datasets.fields(), zone(draft)).all();
    if (draft.columns().isEmpty()) {
      return all.values().stream().filter(view::has).toList();
    }
    var chosen = new ArrayList<ExportColumn>();
    for (var id : draft.columns()) {
      var column = all.get(id);
      if (column == null) {
        throw new HopelessRunException("Column '" + id + "' is no longer there.");
      }
      chosen.add(column);
    }
    return chosen;
  }

  private static TableLayout layout(ExportDraft draft, List<ExportColumn> chosen)
      throws HopelessRunException {
    try {
      return new TableLayout(
          "Requests",
          draft.language() == null ? Locale.ROOT : Locale.forLanguageTag(draft.language()),
          chosen.stream().map(ExportColumn::column).toList());
    } catch (IllegalArgumentException unfit) {
      throw new HopelessRunException(String.valueOf(unfit.getMessage()));
    }
  }

  private RequestFilter filter(ExportDraft draft, Instant due) {
    var filter = draft.filter() == null ? RequestFilter.ALL : draft.filter();
    var period = draft.period();
    return period == null
        ? filter
        : filter.between(period.from(due, zone(draft)), period.to(due, zone(draft)));
  }

  private ZoneId zone(ExportDraft draft) {
    return draft.zone() == null ? zone : ZoneId.of(draft.zone());
  }
}
