package dev.patchbay.server.imports;

import dev.patchbay.core.imports.BulkCalls;
import dev.patchbay.core.imports.BulkCalls.Sent;
import dev.patchbay.core.imports.Chunk;
import dev.patchbay.core.imports.Converted;
import dev.patchbay.core.imports.ImportOrder;
import dev.patchbay.core.imports.ImportStore;
import dev.patchbay.core.imports.ImportStore.OpenChunk;
import dev.patchbay.core.imports.RowConversion;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StepWork.Ending;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.spreadsheets.Row;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends the good rows of a file that are not decided yet, a chunk at a time. Used once. */
final class SendPass {
  private final ImportStore store;
  private final BulkCalls calls;
  private final ClaimedRun run;
  private final ImportOrder order;
  private final Progress progress;
  private final Chunk.Gathering gathering = new Chunk.Gathering();
  private long passed;

  SendPass(
      ImportStore store, BulkCalls calls, ClaimedRun run, ImportOrder order, Progress progress) {
    this.store = store;
    this.calls = calls;
    this.run = run;
    this.order = order;
    this.progress = progress;
  }

  /** Ends the reading of the file: the service is to be left in peace for now. */
  private static final class WaitingException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Ending.Waits wait;

    WaitingException(Ending.Waits wait) {
      super(wait.reason());
      this.wait = wait;
    }
  }

  /** Sends the chunk that was not answered last time; tells if that has to wait. */
  Optional<Ending.Waits> sendOpen() throws StoppedRunException, HopelessRunException {
    var open = store.open(run);
    return open.isEmpty() ? Optional.empty() : Optional.ofNullable(send(open.get()));
  }

  /**
   * Sends the rest.
   *
   * @param last row up to which all is decided
   */
  Optional<Ending.Waits> send(SheetInFile sheet, long last)
      throws IOException, StoppedRunException, HopelessRunException {
    var conversion = new RowConversion(order.columns());
    try (var problems = Problems.checked(store, run.id())) {
      SheetRows.each(sheet, row -> take(row, last, conversion, problems));
      if (!gathering.isEmpty()) {
        send();
      }
      progress.reached(passed);
      return Optional.empty();
    } catch (WaitingException waiting) {
      return Optional.of(waiting.wait);
    }
  }

  private void take(Row row, long last, RowConversion conversion, Problems problems)
      throws IOException, StoppedRunException, HopelessRunException {
    passed++;
    boolean faulty = problems.passes(row.number());
    if (row.number() <= last || faulty) {
      return;
    }
    var converted = conversion.convert(row.number(), column -> GivenCells.of(row.cell(column)));
    if (converted instanceof Converted.Ready ready
        && gathering.add(new Chunk.Line(row.number(), ready))) {
      send();
    }
  }

  private void send() throws IOException, StoppedRunException, HopelessRunException {
    var chunk = store.begin(run, order, gathering.take());
    var waits = chunk.isEmpty() ? null : send(chunk.get());
    if (waits != null) {
      throw new WaitingException(waits);
    }
    progress.reached(passed);
  }

  private Ending.@Nullable Waits send(OpenChunk chunk)
      throws StoppedRunException, HopelessRunException {
    if (chunk.old() && !chunk.named()) {
      throw new HopelessRunException(forgotten(chunk));
    }
    return switch (calls.send(order.service(), chunk, progress)) {
      case Sent.Known(var answer) -> {
        store.settle(run, order.service(), chunk, answer.settled(chunk, order.columns()));
        yield null;
      }
      case Sent.Later(var reason, var pause) -> new Ending.Waits(reason, pause);
      case Sent.Never(var reason) ->
          throw new HopelessRunException(
              "Rows %d to %d were not taken, and would not be another time: %s"
                  .formatted(chunk.rows().getFirst(), chunk.rows().getLast(), reason));
    };
  }

  /** The service keeps keys for a day: to send it again might make requests twice. */
  private static String forgotten(OpenChunk chunk) {
    return ("It waited for almost a day for an answer about rows %d to %d, which have no id: they"
            + " may have been made or not, so they are not sent again. Look whether they are"
            + " there, and import the file again: rows that were brought are left out.")
        .formatted(chunk.rows().getFirst(), chunk.rows().getLast());
  }
}
