package dev.patchbay.server.bench.files;

import dev.patchbay.server.bench.Program;
import dev.patchbay.server.bench.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs each job in a process of its own, one after the other. */
final class FileJobs {
  /** System property with the class path of the jobs, set by the launcher. */
  static final String PATH = "patchbay.spreadsheet-bench.path";

  private static final String MAIN = "dev.patchbay.spreadsheets.bench.Main";
  private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

  private final Workspace workspace;
  private final Program processes;
  private final Optional<String> python;

  FileJobs(Workspace workspace) {
    this.workspace = workspace;
    this.processes = new Program(workspace);
    this.python = PYTHONS.stream().filter(this::hasOpenpyxl).findFirst();
  }

  /** Whether there is a Python with openpyxl. */
  boolean hasPython() {
    return python.isPresent();
  }

  /** Runs a job of Java. */
  Measured java(String heap, String job, int rows, String file) {
    var classPath = System.getProperty(PATH, "");
    if (classPath.isBlank()) {
      throw new IllegalStateException(PATH + " names no class path; start with ./patchbay bench");
    }
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return measured(List.of(java, heap, "-cp", classPath, MAIN), job, rows, file);
  }

  /** Runs a job of Python. */
  Measured python(String job, int rows, String file) {
    return measured(List.of(python.orElseThrow(), "-c", PythonProgram.TEXT), job, rows, file);
  }

  private Measured measured(List<String> program, String job, int rows, String file) {
    var result = workspace.resolve("result");
    var command = new ArrayList<>(program);
    command.addAll(
        List.of(
            job, Integer.toString(rows), workspace.resolve(file).toString(), result.toString()));
    processes.run(job, command);
    try {
      return Measured.parse(Files.readString(result));
    } catch (IOException failure) {
      throw new UncheckedIOException("no result of " + job, failure);
    }
  }

  private boolean hasOpenpyxl(String program) {
    return processes.succeeds(List.of(program, "-c", "import openpyxl"));
  }
}
