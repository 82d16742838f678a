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

/**
 * Runs each job in a process of its own, one after the other. Java's start as the server does: with
 * the same collector, and with a cache of what the job loads and how it ran before.
 */
final class FileJobs {
  /** System property with the class path of the jobs, set by the launcher. */
  static final String PATH = "patchbay.spreadsheet-bench.path";

  private static final String MAIN = "dev.patchbay.spreadsheets.bench.Main";
  private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");
  private static final List<String> AS_THE_SERVER =
      List.of("-XX:+UseParallelGC", "-XX:+UseCompactObjectHeaders");

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

  /** Runs a job of Java once. */
  Measured java(String heap, String job, int rows, String file) {
    return java(heap, job, rows, file, 1);
  }

  /** Runs a job of Java some times in the same process. */
  Measured java(String heap, String job, int rows, String file, int times) {
    var cache = workspace.resolve(job + ".aot");
    if (!Files.exists(cache)) {
      measured(command(heap, "-XX:AOTCacheOutput=" + cache), job, rows, file, 1);
    }
    return measured(command(heap, "-XX:AOTCache=" + cache), job, rows, file, times);
  }

  private static List<String> command(String heap, String cache) {
    var classPath = System.getProperty(PATH, "");
    if (classPath.isBlank()) {
      throw new IllegalStateException(PATH + " names no class path; start with ./patchbay bench");
    }
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java, heap, cache));
    command.addAll(AS_THE_SERVER);
    command.addAll(List.of("-Xlog:aot*=error", "-Xlog:cds*=error", "-cp", classPath, MAIN));
    return command;
  }

  /** Runs a job of Python. */
  Measured python(String job, int rows, String file) {
    return measured(List.of(python.orElseThrow(), "-c", PythonProgram.TEXT), job, rows, file, 1);
  }

  private Measured measured(List<String> program, String job, int rows, String file, int times) {
    var result = workspace.resolve("result");
    var command = new ArrayList<>(program);
    command.add(job);
    command.add(Integer.toString(rows));
    command.add(workspace.resolve(file).toString());
    command.add(Integer.toString(times));
    command.add(result.toString());
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
