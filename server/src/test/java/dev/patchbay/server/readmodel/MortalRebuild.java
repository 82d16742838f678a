package dev.patchbay.server.readmodel;

import dev.patchbay.core.contract.Contracts;
import dev.patchbay.core.delivery.row.StoredEnvelopes;
import dev.patchbay.core.event.EnvelopeReader;
import dev.patchbay.core.event.EventLimits;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.core.mapping.MappingCompiler;
import dev.patchbay.core.rebuild.Build;
import dev.patchbay.core.rebuild.EventFold;
import dev.patchbay.core.rebuild.FillingRoutes;
import dev.patchbay.core.rebuild.RebuildStore;
import dev.patchbay.core.route.Placement;
import dev.patchbay.core.route.RouteCompiler;
import dev.patchbay.store.Database;
import dev.patchbay.store.DatabaseOptions;
import dev.patchbay.store.config.ConfigStores;
import dev.patchbay.store.readmodel.JdbcRebuildStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** A rebuild that dies where a test wants it, and is gone on with by another node. */
final class MortalRebuild implements AutoCloseable {
  private final RebuildRig rig;
  private final Database database;
  private final JdbcRebuildStore store;
  private final FillingRoutes routes;
  private final String id;
  private long fence = 1;

  /** The end of a node. */
  static final class Death extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  MortalRebuild(RebuildRig rig) throws SQLException {
    this.rig = rig;
    var login = rig.hub().database();
    this.database =
        Database.open(new DatabaseOptions(login.jdbcUrl(), login.user(), login.password(), 2));
    this.store = new JdbcRebuildStore(database, ZoneId.systemDefault());
    this.routes = routes();
    this.id = UUID.randomUUID().toString();
    rig.execute(
        """
        INSERT INTO job_run (id, kind, name, request, state, asked_by, fence, claimed_until)
        VALUES ('%s', 'rebuild', 'Mortal', '{"datasets": ["requests"]}', 'RUNNING', 'tests', 1,
          'infinity')
        """
            .formatted(id));
  }

  private FillingRoutes routes() {
    try (var stores = new ConfigStores(database, InstantSource.system())) {
      var stored = stores.routes().find("requests-to-read-model").orElseThrow();
      var contracts = Contracts.load();
      var compiler =
          new RouteCompiler(
              contracts, new MappingCompiler(contracts, new byte[16], ZoneId.systemDefault()));
      var place = new Placement(stored.id(), stored.version(), stored.target(), stored.lanes());
      return switch (compiler.compile(place, stored.draft())) {
        case RouteCompiler.Compiled(var route) -> new FillingRoutes(List.of(route));
        case RouteCompiler.Faults(var faults) -> throw new IllegalStateException(faults.toString());
      };
    }
  }

  RebuildStore store() {
    return store;
  }

  FillingRoutes filling() {
    return routes;
  }

  /** As the node of now has it. */
  ClaimedRun run() {
    return new ClaimedRun(
        id,
        "rebuild",
        "{\"datasets\": [\"requests\"]}",
        "tests",
        Instant.EPOCH,
        "",
        1,
        new ClaimedRun.Limits(9, false),
        fence);
  }

  /** Another node takes it. */
  void takenOver() throws SQLException {
    fence++;
    rig.execute("UPDATE job_run SET fence = %d WHERE id = '%s'".formatted(fence, id));
  }

  /** Works it until it is done, or the hook throws. */
  void work(ClaimedRun run, Consumer<Build> hook) throws HopelessRunException, StoppedRunException {
    var envelopes = new StoredEnvelopes(new EnvelopeReader(EventLimits.DEFAULT));
    EventFold.Fetching nobody =
        _ -> {
          throw new AssertionError("nothing is to be fetched");
        };
    var fold = new EventFold(envelopes, nobody, store);
    var parts = new RebuildWork.Parts(store, fold, _ -> routes, (_, _) -> {});
    var _ = new RebuildWork(parts, hook).work(run, Path.of("none"), new Progress());
  }

  /** Works one step and dies; whether it came to its end instead. */
  boolean stepAndDeath() throws SQLException, HopelessRunException, StoppedRunException {
    var calls = new int[1];
    try {
      work(
          run(),
          _ -> {
            if (++calls[0] == 2) {
              throw new Death();
            }
          });
      return true;
    } catch (Death expected) {
      takenOver();
      return false;
    }
  }

  @Override
  public void close() throws SQLException {
    rig.execute("UPDATE job_run SET state = 'DONE', ended_at = now() WHERE id = '" + id + "'");
    database.close();
  }
}
