package dev.patchbay.server.demo.live;

import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.dataset.RowFilter;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.Period;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.StorePlace;
import dev.patchbay.model.job.StorePlace.OverwritePolicy;
import dev.patchbay.server.client.Answer;
import dev.patchbay.server.client.HubClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The overview of requests and two reports of it, set up by the API and only if they are not. */
record Reports(HubClient hub, Path directory) {
  static final String STORE = "reports";

  /** Files can be put into the directory from now on. */
  void setUpStore() {
    make(directory);
    if (!(hub.connector(STORE) instanceof Answer.Done)) {
      var settings = Map.of("directory", directory.toString());
      hub.createConnector(new ConnectorDraft(STORE, "local", settings, Map.of(), true)).orFail();
    }
  }

  /** What happens to requests is kept in the hub's overview from now on. */
  void setUpOverview() {
    hub.setUpReadModel("requests");
  }

  /** Reports are made at their times, and each once now. */
  void schedule() {
    schedule(
        "Open requests",
        "0 0/5 * * * ?",
        report("Open requests", RowFilter.of("status", "open"), "{name}.xlsx"));
    schedule(
        "The day before",
        "0 0 6 * * ?",
        report("Requests of the day", RowFilter.ALL, "{date:yyyy}/{date}-{name}.xlsx")
            .of(Period.YESTERDAY));
  }

  private static void make(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void schedule(String name, String cron, ExportDraft export) {
    if (!(hub.schedule(name) instanceof Answer.Done)) {
      var zone = ZoneId.systemDefault().getId();
      hub.createSchedule(ScheduleDraft.of(name, export, cron, zone)).orFail();
      hub.runSchedule(name).orFail();
    }
  }

  private static ExportDraft report(String name, RowFilter filter, String path) {
    var draft =
        new ExportDraft("requests", ExportFormat.XLSX, filter, "-updatedAt", List.of(), name, null);
    return draft.to(new StorePlace(STORE, path, OverwritePolicy.REPLACE));
  }
}
