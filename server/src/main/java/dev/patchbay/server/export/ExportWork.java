package dev.patchbay.server.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.core.file.FilePathValues;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.JobWork;
import dev.patchbay.core.job.KeptFile;
import dev.patchbay.core.job.MadeFile;
import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.core.readmodel.RequestModel;
import dev.patchbay.core.route.RouteStore;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.request.RequestFilter;
import dev.patchbay.model.request.RequestSort;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.spreadsheets.write.TableLayout;
import dev.patchbay.spreadsheets.write.Unwritable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the file of an export, as its rows stand at one moment. Thread-safe. */
public final class ExportWork implements JobWork {
  /** Kind of its runs. */
  public static final String KIND = "export";

  private final RequestModel requests;
  private final RequestColumns columns;
  private final StoreDelivery stores;
  private final ZoneId zone;

  /** Exports with times in a zone. */
  public ExportWork(RequestModel requests, RouteStore routes, StoreDelivery stores, ZoneId zone) {
    this.requests = requests;
    this.columns = new RequestColumns(routes, zone);
    this.stores = stores;
    this.zone = zone;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public MadeFile make(ClaimedRun run, Path folder, Progress progress)
      throws IOException, HopelessRunException, StoppedRunException {
    var draft = draft(run);
    var format = ExportFile.of(draft, run.askedAt());
    var path = folder.resolve("export");
    var chosen = chosen(draft);
    try (var writer = format.format().open(path, layout(draft, chosen))) {
      var reader = new RowsToFile(writer, chosen, progress);
      requests.each(filter(draft), sort(draft), reader);
      reader.demandDone();
      var written = writer.finish();
      return new MadeFile(path, format.name(zone), format.mediaType(), written.rows());
    } catch (Unwritable row) {
      throw new HopelessRunException(String.valueOf(row.getMessage()));
    }
  }

  @Override
  public Optional<String> deliver(ClaimedRun run, KeptFile file)
      throws IOException, HopelessRunException {
    var draft = draft(run);
    if (draft.store() == null) {
      return Optional.empty();
    }
    var name = draft.name() == null ? draft.dataset() : draft.name();
    var values = new FilePathValues(run.askedAt().atZone(zone), run.id(), "", name);
    return Optional.of(stores.publish(draft.store(), values, file));
  }

  private static ExportDraft draft(ClaimedRun run) throws HopelessRunException {
    try {
      return ServerJson.MAPPER.readValue(run.request(), ExportDraft.class);
    } catch (JsonProcessingException other) {
      throw new HopelessRunException("This version of the hub does not understand the export.");
    }
  }

  private List<ExportColumn> chosen(ExportDraft draft) throws HopelessRunException {
    var all = columns.all();
    if (draft.columns().isEmpty()) {
      return List.copyOf(all.values());
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

  private static RequestFilter filter(ExportDraft draft) {
    return draft.filter() == null ? RequestFilter.ALL : draft.filter();
  }

  private static RequestSort sort(ExportDraft draft) {
    return draft.sort() == null
        ? RequestSort.NEWEST
        : RequestSort.of(draft.sort()).orElse(RequestSort.NEWEST);
  }
}
