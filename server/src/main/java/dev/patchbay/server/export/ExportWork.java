package dev.patchbay.server.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.dataset.ShownFields;
import dev.patchbay.core.file.FilePathValues;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.JobWork;
import dev.patchbay.core.job.KeptFile;
import dev.patchbay.core.job.MadeFile;
import dev.patchbay.core.job.PostponedRunException;
import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.core.live.DatasetRefusedException;
import dev.patchbay.core.live.DatasetUnavailableException;
import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.readmodel.DatasetModel;
import dev.patchbay.model.access.Caller;
import dev.patchbay.model.job.DocumentOrder;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.server.dataset.Datasets;
import dev.patchbay.server.export.delivery.MailDelivery;
import dev.patchbay.server.export.delivery.SheetDelivery;
import dev.patchbay.server.export.delivery.StoreDelivery;
import dev.patchbay.server.export.file.DocumentFiles;
import dev.patchbay.server.export.file.ExportFile;
import dev.patchbay.server.export.file.WorkbookFiles;
import dev.patchbay.server.export.file.WorkbookPlace;
import dev.patchbay.server.export.row.ExportColumn;
import dev.patchbay.server.export.row.ExportColumns;
import dev.patchbay.server.export.row.ExportView;
import dev.patchbay.server.export.row.RowLines;
import dev.patchbay.server.export.row.RowsToFile;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.spreadsheets.write.TableFormat;
import dev.patchbay.spreadsheets.write.TableLayout;
import dev.patchbay.spreadsheets.write.TableWriter;
import dev.patchbay.spreadsheets.write.Unwritable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  private final DocumentFiles documents;
  private final WorkbookFiles workbooks;
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
    this.documents = parts.documents();
    this.workbooks = parts.workbooks();
    this.zone = zone;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** What is exported, for whom. */
  private record Order(ClaimedRun run, ExportView view, List<ExportColumn> chosen) {
    ExportDraft draft() {
      return view.draft();
    }

    Instant due() {
      return run.due();
    }

    void each(DatasetModel.Reader reader, ZoneId zone) {
      view.rows().each(view.query(due(), zone), reader);
    }
  }

  @Override
  public MadeFile make(ClaimedRun run, Path folder, Progress progress)
      throws IOException, HopelessRunException, StoppedRunException {
    var draft = draft(run);
    var dataset = dataset(draft);
    var rows =
        datasets.of(
            dataset, draft.service(), caller(run)); // the policy that stands when it is begun
    var view = new ExportView(draft, dataset, rows);
    demandFaultless(view);
    var chosen = chosen(view);
    var place = place(draft);
    var order = new Order(run, view, place.map(it -> it.columnsOf(chosen)).orElse(chosen));
    shown.note(run, view.shown(order.chosen(), view.query(run.due(), zone(draft))));
    var wanted = draft.document();
    try {
      if (place.isPresent()) {
        return workbook(order, place.get(), folder, progress);
      }
      return wanted == null
          ? table(order, folder, progress)
          : documents(order, wanted, folder, progress);
    } catch (DatasetUnavailableException later) {
      throw new PostponedRunException(String.valueOf(later.getMessage()));
    } catch (DatasetRefusedException never) {
      throw new HopelessRunException(String.valueOf(never.getMessage()));
    }
  }

  private Optional<WorkbookPlace> place(ExportDraft draft) throws HopelessRunException {
    return draft.workbook() == null
        ? Optional.empty()
        : Optional.of(workbooks.place(draft.workbook()));
  }

  private MadeFile table(Order order, Path folder, Progress progress)
      throws IOException, HopelessRunException, StoppedRunException {
    var file = ExportFile.of(order.draft(), order.due());
    var path = folder.resolve("export");
    long rows = write(order, file.format(), path, progress);
    return new MadeFile(path, file.name(zone(order.draft())), file.mediaType(), rows);
  }

  /** By lines on the disk, which the process that fills workbooks reads. */
  private MadeFile workbook(Order order, WorkbookPlace place, Path folder, Progress progress)
      throws IOException, HopelessRunException, StoppedRunException {
    var file = ExportFile.of(order.draft(), order.due());
    var lines = folder.resolve("rows");
    long rows = write(order, new TableFormat.JsonLines(), lines, progress);
    var path = folder.resolve("export");
    var job = new WorkbookFiles.Job(place, place.fitting(order.chosen()), lines, rows);
    workbooks.write(job, path, progress);
    return new MadeFile(path, file.name(zone(order.draft())), file.mediaType(), rows);
  }

  /** Writes the rows and says how many there were. */
  private long write(Order order, TableFormat format, Path path, Progress progress)
      throws IOException, HopelessRunException, StoppedRunException {
    try (var writer = writer(format, path, layout(order.view(), order.chosen()));
        var reader = new RowsToFile(writer, order.chosen(), progress)) {
      order.each(reader, zone(order.draft()));
      reader.demandDone();
      return writer.finish().rows();
    } catch (Unwritable row) {
      throw new HopelessRunException(String.valueOf(row.getMessage()));
    }
  }

  /** A header that the encoding lacks a character of is as hopeless as such a row. */
  private static TableWriter writer(TableFormat format, Path path, TableLayout layout)
      throws IOException, HopelessRunException {
    try {
      return format.open(path, layout);
    } catch (IllegalArgumentException unfit) {
      throw new HopelessRunException(String.valueOf(unfit.getMessage()));
    }
  }

  private MadeFile documents(Order order, DocumentOrder wanted, Path folder, Progress progress)
      throws IOException, HopelessRunException, StoppedRunException {
    var draft = order.draft();
    var columns = order.chosen().stream().map(ExportColumn::id).toList();
    try (var rows = new RowLines(folder.resolve("rows"), columns, zone(draft), progress)) {
      order.each(rows, zone(draft));
      rows.demandDone();
      var about = about(order, zone(draft));
      var job = new DocumentFiles.Job(wanted, DocumentFiles.format(draft), rows, about);
      var path = folder.resolve("export");
      documents.write(job, path, progress);
      var name = ExportFile.name(draft, order.due(), zone(draft), job.ending());
      return new MadeFile(path, name, job.mediaType(), rows.count());
    }
  }

  private static ObjectNode about(Order order, ZoneId zone) {
    var at = order.due().atZone(zone);
    return ServerJson.MAPPER
        .createObjectNode()
        .put("id", order.run().id())
        .put("name", order.draft().called())
        .put("date", at.toLocalDate().toString())
        .put("time", at.toOffsetDateTime().toString());
  }

  @Override
  public Optional<String> deliver(ClaimedRun run, KeptFile file)
      throws IOException, HopelessRunException, StoppedRunException {
    var draft = draft(run);
    var values =
        new FilePathValues(run.due().atZone(zone(draft)), run.id(), run.schedule(), draft.called());
    var places = new ArrayList<String>();
    if (draft.store() != null) {
      places.add(stores.publish(draft.store(), values, run, file));
    }
    if (draft.sheet() != null) {
      places.add(sheets.put(draft.sheet(), known(draft), run, file));
    }
    if (draft.mail() != null) {
      mail.send(run, draft.mail(), values, file);
    }
    return places.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", places));
  }

  private List<ExportColumn> known(ExportDraft draft) throws HopelessRunException {
    return List.copyOf(columns(draft, dataset(draft)).values());
  }

  private Map<String, ExportColumn> columns(ExportDraft draft, Dataset dataset) {
    return new ExportColumns(datasets.fields(), zone(draft)).of(dataset);
  }

  private static ExportDraft draft(ClaimedRun run) throws HopelessRunException {
    try {
      return ServerJson.MAPPER.readValue(run.request(), ExportDraft.class);
    } catch (JsonProcessingException other) {
      throw new HopelessRunException("This version of the hub does not understand the export.");
    }
  }

  private Dataset dataset(ExportDraft draft) throws HopelessRunException {
    return Dataset.of(draft.dataset())
        .filter(dataset -> draft.service() != null || datasets.isFilled(dataset))
        .orElseThrow(
            () -> new HopelessRunException("No route fills '%s'.".formatted(draft.dataset())));
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

  private static void demandFaultless(ExportView view) throws HopelessRunException {
    var faults = view.faults();
    if (!faults.isEmpty()) {
      var first = faults.getFirst();
      throw new HopelessRunException(first.field() + " " + first.message() + ".");
    }
  }

  private List<ExportColumn> chosen(ExportView view) throws HopelessRunException {
    var draft = view.draft();
    var all = columns(draft, view.dataset());
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

  private static TableLayout layout(ExportView view, List<ExportColumn> chosen)
      throws HopelessRunException {
    var language = view.draft().language();
    try {
      return new TableLayout(
          view.dataset().title(),
          language == null ? Locale.ROOT : Locale.forLanguageTag(language),
          chosen.stream().map(ExportColumn::column).toList());
    } catch (IllegalArgumentException unfit) {
      throw new HopelessRunException(String.valueOf(unfit.getMessage()));
    }
  }

  private ZoneId zone(ExportDraft draft) {
    return draft.zone() == null ? zone : ZoneId.of(draft.zone());
  }
}
