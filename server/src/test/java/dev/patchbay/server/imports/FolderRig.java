package dev.patchbay.server.imports;

import dev.patchbay.model.access.Role;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.imports.ImportDraft.OnErrors;
import dev.patchbay.model.imports.ImportView;
import dev.patchbay.model.job.FolderImport;
import dev.patchbay.model.job.FolderImport.Afterwards;
import dev.patchbay.model.job.RunLogLine;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleView;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.FilledReadModel;
import dev.patchbay.testkit.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A schedule that imports a folder of a store into a Request Service of its own. Connector and
 * schedule have names of their own.
 */
final class FolderRig implements AutoCloseable {
  private final String unique = UUID.randomUUID().toString();
  private final ApiCaller admin;
  private final ApiCaller support;
  private final ApiCaller viewer;
  private final ImportRig far;

  FolderRig(FilledReadModel model) {
    this.admin = model.hub().admin();
    this.support = model.hub().as(Role.SUPPORT);
    this.viewer = model.viewer();
    this.far = new ImportRig(admin, support);
  }

  /** The service that requests are made by. */
  ImportRig far() {
    return far;
  }

  /** What no other rig's names end with. */
  String unique() {
    return unique;
  }

  /** Name of the connector. */
  String store() {
    return "inbox-" + unique;
  }

  /** Name of the schedule. */
  String name() {
    return "night " + unique;
  }

  /** Path of the schedule. */
  String path() {
    return "/schedules/" + name().replace(" ", "%20");
  }

  void connect(String type, Map<String, String> settings, Map<String, String> secrets) {
    admin
        .post("/connectors", new ConnectorDraft(store(), type, settings, secrets, true))
        .as(201, ConnectorView.class);
  }

  /** CSV files of a folder. */
  FolderImport order(String folder, Afterwards afterwards, int settleSeconds, int most) {
    return new FolderImport(
        store(),
        folder,
        "*.csv",
        far.service(),
        null,
        null,
        OnErrors.SKIP,
        afterwards,
        settleSeconds,
        most,
        null,
        null);
  }

  void save(FolderImport files) {
    admin
        .post("/schedules", ScheduleDraft.of(name(), files, "0 0 3 1 1 ?", "UTC"))
        .as(201, ScheduleView.class);
  }

  RunView begin() {
    return support.post(path() + "/run").as(202, RunView.class);
  }

  /** A run that has ended. */
  RunView run() {
    return ended(begin());
  }

  RunView ended(RunView begun) {
    return reached(begun, run -> run.endedAt() != null);
  }

  /** The run, once it gives a reason with these words. */
  RunView saying(RunView begun, String words) {
    return reached(begun, run -> run.reason() != null && run.reason().contains(words));
  }

  private RunView reached(RunView begun, Predicate<RunView> wanted) {
    return Eventually.within(Duration.ofMinutes(2))
        .get(
            "the run",
            () ->
                Optional.of(viewer.get("/runs/" + begun.id()).as(200, RunView.class))
                    .filter(wanted));
  }

  void cancel(RunView begun) {
    support.post("/runs/" + begun.id() + "/cancel").as(200, RunView.class);
  }

  List<String> log(RunView run) {
    return viewer.get("/runs/" + run.id() + "/log").page(RunLogLine.class).items().stream()
        .map(RunLogLine::text)
        .toList();
  }

  /** What the schedule had imported. */
  List<ImportView> imports() {
    return viewer.get("/imports?limit=50").page(ImportView.class).items().stream()
        .filter(run -> run.askedBy().equals("schedule " + name()))
        .toList();
  }

  @Override
  public void close() {
    far.close();
  }
}
