package dev.patchbay.server.export.row;

import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.core.readmodel.DatasetModel;
import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.write.TableWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what is read, while more is read; remembers why it took no more. */
public final class RowsToFile implements DatasetModel.Reader, AutoCloseable {
  private final TableWriter writer;
  private final List<ExportColumn> columns;
  private final Set<String> ids;
  private final Progress progress;
  private final RowsBeside<Map<String, Object>> rows = new RowsBeside<>(this::write);
  private @Nullable IOException failure;
  private @Nullable StoppedRunException stop;

  public RowsToFile(TableWriter writer, List<ExportColumn> columns, Progress progress) {
    this.writer = writer;
    this.columns = columns;
    this.ids = columns.stream().map(ExportColumn::id).collect(Collectors.toSet());
    this.progress = progress;
  }

  @Override
  public boolean wants(String field) {
    return ids.contains(field);
  }

  @Override
  public void expect(long count) {
    progress.expect(count);
  }

  @Override
  public boolean take(Map<String, Object> row) {
    return rows.take(row);
  }

  private boolean write(Map<String, Object> row) {
    try {
      writer.write(cells(row));
      progress.row();
      return true;
    } catch (IOException unwritten) {
      failure = unwritten;
    } catch (StoppedRunException stopped) {
      stop = stopped;
    }
    return false;
  }

  private List<Cell> cells(Map<String, Object> row) {
    var cells = new ArrayList<Cell>(columns.size());
    for (var column : columns) {
      cells.add(column.cell(row));
    }
    return cells;
  }

  /** Returns when all is written; throws what ended it before all was read. */
  public void demandDone() throws IOException, StoppedRunException {
    rows.finish();
    if (failure != null) {
      throw failure;
    }
    if (stop != null) {
      throw stop;
    }
  }

  /** Returns when nothing is written any more. */
  @Override
  public void close() {
    rows.close();
  }
}
