package dev.patchbay.store.readmodel;

import dev.patchbay.core.delivery.row.VersionMarks;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.rebuild.Build;
import dev.patchbay.core.rebuild.Build.Aim;
import dev.patchbay.core.rebuild.FoldedKey;
import dev.patchbay.core.rebuild.RebuildStore;
import dev.patchbay.core.rebuild.RowPlace;
import dev.patchbay.core.rebuild.StoredFact;
import dev.patchbay.spi.Row;
import dev.patchbay.store.Database;
import dev.patchbay.store.StoreException;
import dev.patchbay.store.delivery.LaneNotices;
import dev.patchbay.store.job.HeldRun;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rebuilds in tables: each step is one transaction, behind the fence of its run. */
public final class JdbcRebuildStore implements RebuildStore {
  private final Database database;
  private final ZoneId zone;

  /**
   * The read model in this database.
   *
   * @param zone whose days are counted
   */
  public JdbcRebuildStore(Database database, ZoneId zone) {
    this.database = database;
    this.zone = zone;
  }

  @Override
  public Optional<Aim> aim(Dataset dataset) throws HopelessRunException {
    var aims = database.run(connection -> RebuildAims.of(connection, Model.of(dataset)));
    if (aims.size() > 1) {
      throw new HopelessRunException(
          "More than one connector fills '%s'; its rows cannot be told apart. Keep one of them."
              .formatted(dataset.called()));
    }
    return aims.stream().findFirst();
  }

  @Override
  public String routes(Aim aim) {
    return database.run(connection -> RebuildAims.routes(connection, aim, ""));
  }

  @Override
  public long count(Aim aim) {
    return database.run(connection -> FactList.count(connection, aim));
  }

  @Override
  public Build begin(ClaimedRun run, Aim aim, String routes) throws HopelessRunException {
    var begun =
        database.inTransaction(
            connection -> {
              HeldRun.demand(connection, run);
              return RebuildLine.begin(connection, run, aim, routes);
            });
    return begun.orElseThrow(
        () -> new HopelessRunException("Another run rebuilds it already; wait for that one."));
  }

  @Override
  public List<StoredFact> next(Build build, Set<Integer> routes, int limit) {
    return database.run(connection -> FactList.after(connection, build, routes, limit));
  }

  @Override
  public boolean takes(Dataset dataset, Row row, String keyColumn) {
    try {
      var _ = ModelRow.of(Model.of(dataset), row, keyColumn);
      return true;
    } catch (ModelRow.UnfitException unfit) {
      return false;
    }
  }

  @Override
  public Map<RowPlace, VersionMarks> marks(Build build, Set<RowPlace> places) {
    return database.run(connection -> GrowingMarks.read(connection, build, places));
  }

  @Override
  public boolean fold(ClaimedRun run, Build to, List<FoldedKey> keys, String keyColumn) {
    try {
      return database.inTransaction(
          connection -> {
            HeldRun.demand(connection, run);
            var rows = GrowingMarks.rows(to, keys, keyColumn);
            rows.write(connection, to.generation(), zone);
            GrowingMarks.write(connection, to, keys);
            RebuildLine.reached(connection, to);
            return true;
          });
    } catch (StoreException failure) {
      if (failure.isOfValues()) {
        return false;
      }
      throw failure;
    }
  }

  @Override
  public Build enter(ClaimedRun run, Build build, Build.Pass next) {
    return database.inTransaction(
        connection -> {
          HeldRun.demand(connection, run);
          var to = build.at(next);
          RebuildLine.reached(connection, to);
          return to;
        });
  }

  @Override
  public Step carry(ClaimedRun run, Build build, Set<String> columns, int limit) {
    return database.inTransaction(
        connection -> {
          HeldRun.demand(connection, run);
          return new TakeOver(build, columns, zone).next(connection, limit);
        });
  }

  @Override
  public Step catchUp(ClaimedRun run, Build build, Set<String> columns, int limit) {
    return database.inTransaction(
        connection -> {
          HeldRun.demand(connection, run);
          return new TakeOver(build, columns, zone).touched(connection, limit);
        });
  }

  @Override
  public Swap swap(ClaimedRun run, Build build, Set<String> columns) {
    var exchange = new Exchange(build, new TakeOver(build, columns, zone));
    var swap =
        database.inTransaction(
            connection -> {
              HeldRun.demand(connection, run);
              return exchange.run(connection);
            });
    if (swap == Swap.DONE) {
      LaneNotices.send(database, build.aim().lanes());
    }
    return swap;
  }

  @Override
  public void discard(ClaimedRun run) {
    database.inTransaction(
        connection -> {
          HeldRun.demand(connection, run);
          RebuildLine.discardOf(connection, run);
          return true;
        });
  }

  @Override
  public void discardEnded() {
    database.inTransaction(
        connection -> {
          RebuildLine.discardEnded(connection);
          return true;
        });
  }

  @Override
  public boolean clear(int limit) {
    return database.inTransaction(connection -> LeftRows.remove(connection, limit));
  }
}
