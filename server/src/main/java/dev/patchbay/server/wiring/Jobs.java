package dev.patchbay.server.wiring;

import dev.patchbay.core.dataset.FieldHash;
import dev.patchbay.core.delivery.row.StoredEnvelopes;
import dev.patchbay.core.imports.BulkCalls;
import dev.patchbay.core.job.JobRunner;
import dev.patchbay.core.live.ServiceDataset;
import dev.patchbay.core.rebuild.EventFold;
import dev.patchbay.core.rebuild.FillingRoutes;
import dev.patchbay.scheduler.ScheduleClock;
import dev.patchbay.server.age.AgeCheckWork;
import dev.patchbay.server.archive.ArchiveFaults;
import dev.patchbay.server.archive.ArchiveWork;
import dev.patchbay.server.cleanup.CleanUpWork;
import dev.patchbay.server.dataset.DatasetFields;
import dev.patchbay.server.dataset.Datasets;
import dev.patchbay.server.export.ExportDesk;
import dev.patchbay.server.export.ExportWork;
import dev.patchbay.server.export.delivery.MailDelivery;
import dev.patchbay.server.export.delivery.SheetDelivery;
import dev.patchbay.server.export.delivery.StoreDelivery;
import dev.patchbay.server.export.file.DocumentFiles;
import dev.patchbay.server.export.file.WorkbookFiles;
import dev.patchbay.server.folder.FolderFaults;
import dev.patchbay.server.folder.FolderWork;
import dev.patchbay.server.imports.ImportDesk;
import dev.patchbay.server.imports.ImportWork;
import dev.patchbay.server.mail.Addressees;
import dev.patchbay.server.mail.RunMail;
import dev.patchbay.server.notice.NoticeSettingsDesk;
import dev.patchbay.server.notice.NoticeWork;
import dev.patchbay.server.readmodel.RebuildDesk;
import dev.patchbay.server.readmodel.RebuildWork;
import dev.patchbay.server.reconcile.ReconciliationFaults;
import dev.patchbay.server.reconcile.ReconciliationWork;
import dev.patchbay.server.schedule.ScheduleDesk;
import dev.patchbay.server.schedule.WorkFaults;
import dev.patchbay.server.security.SaltFile;
import dev.patchbay.server.wiring.HubOptions.NodeRole;
import dev.patchbay.store.age.JdbcOldSecrets;
import dev.patchbay.store.archive.JdbcAcceptedEvents;
import dev.patchbay.store.cleanup.JdbcOldThings;
import dev.patchbay.store.job.JdbcNotices;
import dev.patchbay.store.mail.JdbcRecipients;
import dev.patchbay.store.readmodel.JdbcRebuildStore;
import dev.patchbay.store.reconcile.JdbcDeliveredKeys;
import dev.patchbay.store.reconcile.JdbcRedeliveries;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Runs of jobs: ordered on every node, worked and started in time by those that are workers. */
record Jobs(
    Datasets datasets,
    ExportDesk exports,
    ImportDesk imports,
    ScheduleDesk schedules,
    NoticeSettingsDesk notices,
    RebuildDesk rebuilds) {
  static Jobs start(HubOptions options, Storage storage, Engine engine, Closing closing) {
    var folder = WorkFolder.ofThisProcess();
    var parts = parts(options, storage, engine, folder);
    var runner =
        options.roles().contains(NodeRole.WORKER)
            ? Optional.of(closing.add(runner(options, storage, engine, parts, folder)))
            : Optional.<JobRunner>empty();
    Runnable queued = () -> runner.ifPresent(JobRunner::wake);
    if (runner.isPresent()) {
      closing.add(clock(storage, queued));
    }
    var exports = new ExportDesk(parts, options.zone(), queued);
    var imports = imports(options, storage, queued);
    var folders = new FolderFaults(engine.configuration(), imports);
    var reconciliations = new ReconciliationFaults(engine.configuration());
    var faults =
        new WorkFaults(
            exports::faults,
            folders,
            reconciliations,
            new ArchiveFaults(parts.stores()),
            addressees(storage, engine));
    var schedules = schedules(options, storage, faults, queued);
    var rebuilds =
        new RebuildDesk(storage.runs(), it -> storage.datasets().standing(it).filled(), queued);
    var notices =
        new NoticeSettingsDesk(
            storage.config().notices(), addressees(storage, engine), options.zone());
    return new Jobs(parts.datasets(), exports, imports, schedules, notices, rebuilds);
  }

  private static ExportDesk.Parts parts(
      HubOptions options, Storage storage, Engine engine, Path folder) {
    var stores = new StoreDelivery(engine.configuration(), storage.runs());
    var mail =
        new MailDelivery(
            mail(storage, engine),
            addressees(storage, engine),
            storage.runs(),
            options.listen().publicAddress());
    var sheets = new SheetDelivery(engine.configuration(), storage.runs(), folder);
    var documents = new DocumentFiles(storage.config().templates(), engine.documents().maker());
    var workbooks = new WorkbookFiles(storage.config().templates(), engine.documents().workbooks());
    return new ExportDesk.Parts(
        storage.runs(),
        datasets(options, storage, engine),
        stores,
        mail,
        sheets,
        documents,
        workbooks);
  }

  private static Datasets datasets(HubOptions options, Storage storage, Engine engine) {
    var config = storage.config();
    var services = engine.services();
    return new Datasets(
        new Datasets.Models(
            storage.requests(),
            storage.datasets(),
            name ->
                new ServiceDataset(
                    services.open(), services.calls(), name, options.zone(), options.clock()),
            name -> config.services().find(name).isPresent()),
        new DatasetFields(config.routes()),
        config.policies(),
        config.users(),
        new FieldHash(new SaltFile(options.keyFile()).read()));
  }

  private static Addressees addressees(Storage storage, Engine engine) {
    return new Addressees(engine.configuration(), storage.config().mailLists());
  }

  private static RunMail mail(Storage storage, Engine engine) {
    return new RunMail(
        engine.configuration(),
        new JdbcRecipients(storage.database()),
        addressees(storage, engine));
  }

  private static NoticeWork notices(HubOptions options, Storage storage, Engine engine) {
    return new NoticeWork(
        new JdbcNotices(storage.database()),
        mail(storage, engine),
        options.listen().publicAddress());
  }

  /** Nobody has to be told of the imports that it queues: its node looks for more by itself. */
  private static FolderWork folders(HubOptions options, Storage storage, Engine engine) {
    return new FolderWork(
        engine.configuration(),
        new FolderWork.Parts(
            storage.watched(),
            imports(options, storage, () -> {}),
            storage.runs(),
            options.clock()));
  }

  private static ReconciliationWork reconciliations(Storage storage, Engine engine) {
    return new ReconciliationWork(
        engine.configuration(),
        new ReconciliationWork.Parts(
            new JdbcDeliveredKeys(storage.database()),
            new JdbcRedeliveries(storage.database()),
            engine.deliveries(),
            storage.runs()));
  }

  private static JobRunner runner(
      HubOptions options, Storage storage, Engine engine, ExportDesk.Parts parts, Path folder) {
    var exports = new ExportWork(parts, storage.shown(), options.zone());
    var ages = new AgeCheckWork(new JdbcOldSecrets(storage.database()), options.clock());
    var archives =
        new ArchiveWork(new JdbcAcceptedEvents(storage.database()), parts.stores(), options.zone());
    var services = engine.services();
    var calls = new BulkCalls(services.open(), services.entrances(), new Random());
    return JobRunner.start(
        storage.runs(),
        List.of(exports, reconciliations(storage, engine), ages, archives),
        List.of(
            new ImportWork(storage.imports(), calls),
            folders(options, storage, engine),
            notices(options, storage, engine),
            new CleanUpWork(new JdbcOldThings(storage.database()), storage.runs()),
            rebuilds(options, storage, engine)),
        folder,
        JobRunner.Pace.USUAL);
  }

  private static RebuildWork rebuilds(HubOptions options, Storage storage, Engine engine) {
    var store = new JdbcRebuildStore(storage.database(), options.zone());
    var events = new StoredEnvelopes(engine.reader());
    var fold = new EventFold(events, engine.services().enricher()::enrich, store);
    return new RebuildWork(
        new RebuildWork.Parts(
            store,
            fold,
            aim -> new FillingRoutes(engine.configuration().routesTo(aim.target())),
            storage.runs()::note));
  }

  private static ImportDesk imports(HubOptions options, Storage storage, Runnable queued) {
    var parts =
        new ImportDesk.Parts(
            storage.imports(),
            storage.config().profiles(),
            storage.runs(),
            storage.config().services());
    return new ImportDesk(parts, options.zone(), queued);
  }

  private static ScheduleClock clock(Storage storage, Runnable queued) {
    var parts =
        new ScheduleClock.Parts(
            storage.database().dataSource(), storage.config().schedules(), storage.due(), queued);
    return ScheduleClock.start(parts, NodeName.ofThisProcess(), ScheduleClock.Pace.USUAL);
  }

  private static ScheduleDesk schedules(
      HubOptions options, Storage storage, WorkFaults faults, Runnable queued) {
    var config = storage.config();
    var parts =
        new ScheduleDesk.Parts(config.schedules(), config.calendars(), storage.due(), queued);
    return new ScheduleDesk(parts, faults, options.zone(), options.clock());
  }
}
