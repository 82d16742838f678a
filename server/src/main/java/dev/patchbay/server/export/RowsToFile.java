package dev.patchbay.server.export;

import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.core.readmodel.RequestModel;
import dev.patchbay.model.request.RequestView;
import dev.patchbay.spreadsheets.write.TableWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what is read; remembers why it took no more. */
final class RowsToFile implements RequestModel.Reader {
  private final TableWriter writer;
  private final List<ExportColumn> columns;
  private final Progress progress;
  private @Nullable IOException failure;
  private @Nullable StoppedRunException stop;

  RowsToFile(TableWriter writer, List<ExportColumn> columns, Progress progress) {
    this.writer = writer;
    this.columns = columns;
    this.progress = progress;
  }

  @Override
  public void expect(long count) {
    progress.expect(count);
  }

  @Override
  public boolean take(RequestView request) {
    try {
      writer.write(columns.stream().map(column -> column.cell().apply(request)).toList());
      progress.row();
      return true;
    } catch (IOException unwritten) {
      failure = unwritten;
    } catch (StoppedRunException stopped) {
      stop = stopped;
    }
    return false;
  }

  /** Throws what ended it before all was read. */
  void demandDone() throws IOException, StoppedRunException {
    if (failure != null) {
      throw failure;
    }
    if (stop != null) {
      throw stop;
    }
  }
}
