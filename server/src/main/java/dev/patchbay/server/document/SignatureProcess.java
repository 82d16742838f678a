package dev.patchbay.server.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.file.FileTree;
import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Signs, stamps and verifies PDF files in a process of its own, whose libraries are not on the
 * class path of the server: a file that is too much for them takes nothing else with it. An order,
 * which may hold a password, goes to it by its standard input, so no list of processes and no file
 * shows it. Thread-safe.
 *
 * @param classPath of the process, empty where this installation has none
 * @param limit how long an order may take
 */
public record SignatureProcess(String classPath, Duration limit) {
  /** System property with the class path of the process, set by whoever starts the server. */
  private static final String PATH = "patchbay.signatures.path";

  private static final String MAIN = "dev.patchbay.signatures.Main";

  /** That of this installation. */
  public static SignatureProcess installed(Duration limit) {
    return new SignatureProcess(InstalledPath.of(PATH), limit);
  }

  /** Carries out an order, as {@code dev.patchbay.signatures.Order} describes it. */
  public SignatureAnswer carryOut(ObjectNode order) throws IOException {
    if (classPath.isEmpty()) {
      return new SignatureAnswer.Absent(
          "signatures are not part of this installation (" + PATH + " names no class path)");
    }
    var work = Files.createTempDirectory("patchbay-signatures");
    try {
      return carryOut(order, work);
    } finally {
      FileTree.delete(work);
    }
  }

  private SignatureAnswer carryOut(ObjectNode order, Path work) throws IOException {
    var process =
        new ProcessBuilder(command(work))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var input = process.getOutputStream()) {
      ServerJson.MAPPER.writeValue(input, order);
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        return new SignatureAnswer.Failed(
            "it was not done within %d s. Try a smaller file.".formatted(limit.toSeconds()));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new SignatureAnswer.Failed("interrupted");
    } finally {
      process.destroyForcibly();
    }
    return answer(work);
  }

  private List<String> command(Path work) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx1g",
        "-Djava.awt.headless=true",
        "-Djava.io.tmpdir=" + work,
        "-Duser.home=" + work,
        "-cp",
        classPath,
        MAIN,
        work.resolve("result").toString());
  }

  private static SignatureAnswer answer(Path work) throws IOException {
    var result = work.resolve("result");
    if (!Files.exists(result)) {
      return new SignatureAnswer.Failed("the PDF is too much for the memory there is");
    }
    var answer = ServerJson.MAPPER.readTree(result.toFile());
    return answer.has("failed")
        ? new SignatureAnswer.Failed(answer.get("failed").textValue())
        : new SignatureAnswer.Done(answer);
  }
}
