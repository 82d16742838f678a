package dev.patchbay.core.imports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows that are sent together.
 *
 * @param last row of the file up to which all is decided once this chunk is
 */
public record Chunk(List<Line> lines, long last) {
  /** The service takes 500; fewer make a lost answer cheaper. */
  public static final int MOST_ROWS = 200;

  /** Texts may be long. */
  public static final int MOST_BYTES = 1 << 20;

  public Chunk {
    lines = List.copyOf(lines);
  }

  /** One row. */
  public record Line(long row, Converted.Ready request) {}

  /** Body of {@code POST /requests/bulk} with these lines. */
  public static byte[] body(List<Line> lines) {
    var body = new ByteArrayOutputStream();
    body.writeBytes("{\"items\":[".getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0) {
        body.write(',');
      }
      body.writeBytes(lines.get(i).request().json());
    }
    body.writeBytes("]}".getBytes(StandardCharsets.US_ASCII));
    return body.toByteArray();
  }

  /** The name under which a service knows a chunk, the same at every try. */
  public static String key(String run, int number) {
    return "import-" + run + "-" + number;
  }

  /** Gathers lines until they are a chunk. Used by one thread at a time. */
  public static final class Gathering {
    private final List<Line> lines = new ArrayList<>();
    private int bytes;
    private long last;

    /** Takes a row; true if the chunk is full. */
    public boolean add(Line line) {
      lines.add(line);
      bytes += line.request().json().length;
      last = line.row();
      return lines.size() >= MOST_ROWS || bytes >= MOST_BYTES;
    }

    public boolean isEmpty() {
      return lines.isEmpty();
    }

    /** What was gathered; another begins. */
    public Chunk take() {
      var chunk = new Chunk(lines, last);
      lines.clear();
      bytes = 0;
      return chunk;
    }
  }
}
