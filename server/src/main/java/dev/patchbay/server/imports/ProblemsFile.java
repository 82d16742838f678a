package dev.patchbay.server.imports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.patchbay.model.imports.ImportProblem;
import dev.patchbay.server.http.ServerJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what is wrong with rows, one JSON object a line, in the order of the rows. */
final class ProblemsFile implements AutoCloseable {
  private static final ObjectWriter JSON =
      ServerJson.MAPPER.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private final Path path;
  private final OutputStream out;

  ProblemsFile(Path path) throws IOException {
    this.path = path;
    this.out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
  }

  Path path() {
    return path;
  }

  void add(ImportProblem problem) throws IOException {
    JSON.writeValue(out, problem);
    out.write('\n');
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
