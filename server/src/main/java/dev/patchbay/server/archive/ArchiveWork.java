package dev.patchbay.server.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.core.archive.AcceptedEvents;
import dev.patchbay.core.archive.AcceptedEvents.PageLimit;
import dev.patchbay.core.file.FilePathValues;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.JobWork;
import dev.patchbay.core.job.KeptFile;
import dev.patchbay.core.job.MadeFile;
import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.core.schedule.ScheduledWork;
import dev.patchbay.model.job.EventArchive;
import dev.patchbay.server.export.delivery.StoreDelivery;
import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Writes the events of a period, page by page, and takes the file to its store. Thread-safe. */
public final class ArchiveWork implements JobWork {
  private static final String NAME = "events";
  private static final PageLimit PAGE = new PageLimit(1_000, 16 << 20);

  private final AcceptedEvents events;
  private final StoreDelivery stores;
  private final ZoneId zone;

  /**
   * Archives.
   *
   * @param zone of those that name none
   */
  public ArchiveWork(AcceptedEvents events, StoreDelivery stores, ZoneId zone) {
    this.events = events;
    this.stores = stores;
    this.zone = zone;
  }

  @Override
  public String kind() {
    return ScheduledWork.Archive.KIND;
  }

  @Override
  public MadeFile make(ClaimedRun run, Path folder, Progress progress)
      throws IOException, HopelessRunException, StoppedRunException {
    var order = order(run);
    var from = order.period().from(run.due(), zone(order));
    var span = new AcceptedEvents.Span(from, order.period().to(run.due(), zone(order)));
    progress.expect(events.count(span));
    var path = folder.resolve(NAME);
    long rows = written(span, path, progress);
    var day = LocalDate.ofInstant(from, zone(order));
    return new MadeFile(path, NAME + "-" + day + ".jsonl.gz", "application/gzip", rows);
  }

  private long written(AcceptedEvents.Span span, Path path, Progress progress)
      throws IOException, StoppedRunException {
    long rows = 0;
    try (var lines = EventLines.open(path)) {
      var page = events.page(span, null, PAGE);
      while (!page.isEmpty()) {
        for (var event : page) {
          lines.write(event);
          progress.row();
          rows++;
        }
        page = events.page(span, page.getLast().id(), PAGE);
      }
    }
    return rows;
  }

  @Override
  public Optional<String> deliver(ClaimedRun run, KeptFile file)
      throws IOException, HopelessRunException, StoppedRunException {
    var order = order(run);
    var due = run.due().atZone(zone(order));
    var values = new FilePathValues(due, run.id(), run.schedule(), NAME);
    return Optional.of(stores.publish(order.store(), values, run, file));
  }

  private ZoneId zone(EventArchive order) {
    return order.zone() == null ? zone : ZoneId.of(order.zone());
  }

  private static EventArchive order(ClaimedRun run) throws HopelessRunException {
    try {
      return ServerJson.MAPPER.readValue(run.request(), EventArchive.class);
    } catch (JsonProcessingException other) {
      throw new HopelessRunException("This version of the hub does not understand the archive.");
    }
  }
}
