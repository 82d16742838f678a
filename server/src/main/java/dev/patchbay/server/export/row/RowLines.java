package dev.patchbay.server.export.row;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.core.readmodel.DatasetModel;
import dev.patchbay.server.http.ServerJson;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows on the node's disk, a line of JSON each, by id of their columns. Documents take their time;
 * a database that waited for them would hold what it reads open for hours.
 */
public final class RowLines implements DatasetModel.Reader, AutoCloseable {
  private final Path file;
  private final List<String> columns;
  private final ZoneId zone;
  private final Progress progress;
  private final BufferedWriter writer;
  private long count;
  private @Nullable IOException failure;
  private @Nullable StoppedRunException stop;

  /**
   * None yet.
   *
   * @param file a new one
   * @param zone that moments are told in
   */
  public RowLines(Path file, List<String> columns, ZoneId zone, Progress progress)
      throws IOException {
    this.file = file;
    this.columns = columns;
    this.zone = zone;
    this.progress = progress;
    this.writer = Files.newBufferedWriter(file);
  }

  @Override
  public boolean wants(String field) {
    return columns.contains(field);
  }

  @Override
  public void expect(long expected) {
    progress.expect(expected);
  }

  @Override
  public boolean take(Map<String, Object> row) {
    try {
      writer.write(line(row));
      writer.newLine();
      progress.reached(0);
      count++;
      return true;
    } catch (IOException unwritten) {
      failure = unwritten;
    } catch (StoppedRunException stopped) {
      stop = stopped;
    }
    return false;
  }

  private String line(Map<String, Object> row) throws JsonProcessingException {
    var shown = new LinkedHashMap<String, @Nullable Object>();
    columns.forEach(column -> shown.put(column, shown(row.get(column))));
    return ServerJson.MAPPER.writeValueAsString(shown);
  }

  private @Nullable Object shown(@Nullable Object value) {
    return value instanceof Instant at ? at.atZone(zone).toOffsetDateTime().toString() : value;
  }

  /** Returns when all are there; throws what ended it before. */
  public void demandDone() throws IOException, StoppedRunException {
    writer.close();
    if (failure != null) {
      throw failure;
    }
    if (stop != null) {
      throw stop;
    }
  }

  public long count() {
    return count;
  }

  /** Reads them again, from the first. */
  public Rows rows() throws IOException {
    return new Rows(Files.newBufferedReader(file));
  }

  /** One after the other. */
  public record Rows(BufferedReader lines) implements AutoCloseable {
    /** The next one, null behind the last. */
    @Nullable
    public ObjectNode next() throws IOException {
      var line = lines.readLine();
      return line == null ? null : (ObjectNode) ServerJson.MAPPER.readTree(line);
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
