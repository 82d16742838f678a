package dev.patchbay.server.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.file.FileTree;
import dev.patchbay.server.document.ChildJvm.Environment;
import dev.patchbay.server.document.SignatureAnswer.About;
import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Signs, stamps and verifies PDF files in a process of its own, whose libraries are not on the
 * class path of the server: a file that is too much for them takes nothing else with it. An order,
 * which may hold a password, goes to it by its standard input, so no list of processes and no file
 * shows it. Thread-safe.
 */
public final class SignatureProcess {
  /** System property with the class path of the process, set by whoever starts the server. */
  private static final String PATH = "patchbay.signatures.path";

  private static final String MAIN = "dev.patchbay.signatures.Main";
  private static final String MEMORY = "1g";

  private final ChildJvm jvm;
  private final Duration limit;

  private SignatureProcess(ChildJvm jvm, Duration limit) {
    this.jvm = jvm;
    this.limit = limit;
  }

  /**
   * That of this installation.
   *
   * @param limit how long an order may take
   * @param children among which it runs
   */
  public static SignatureProcess installed(Duration limit, ChildProcesses children) {
    return of(System.getProperty(PATH, "").strip(), Environment.BARE, limit, children);
  }

  /** Likewise, for keys in devices: their libraries are set up by the environment. */
  public static SignatureProcess withDevices(Duration limit, ChildProcesses children) {
    return of(System.getProperty(PATH, "").strip(), Environment.WHOLE, limit, children);
  }

  /** By a class path, of which something must be there. */
  static SignatureProcess of(
      String path, Environment environment, Duration limit, ChildProcesses children) {
    return new SignatureProcess(
        new ChildJvm(InstalledPath.of(path), MAIN, MEMORY, environment, children), limit);
  }

  /** Carries out an order, as {@code dev.patchbay.signatures.Order} describes it. */
  public SignatureAnswer carryOut(ObjectNode order) throws IOException {
    if (jvm.classPath().isEmpty()) {
      return new SignatureAnswer.Absent(
          "signatures are not part of this installation (" + PATH + " names no class path)");
    }
    var work = newFolder();
    try {
      return carryOut(order, work);
    } finally {
      FileTree.delete(work);
    }
  }

  /** Makes a folder for files of an order; whoever wants it takes it away. */
  Path newFolder() throws IOException {
    return jvm.children().newFolder();
  }

  private SignatureAnswer carryOut(ObjectNode order, Path work) throws IOException {
    var input = ServerJson.MAPPER.writeValueAsBytes(order);
    var result = work.resolve("result");
    return switch (jvm.run(work, List.of(result.toString()), input, limit)) {
      case STOPPED -> new SignatureAnswer.Busy();
      case TOO_LATE ->
          new SignatureAnswer.Unfinished(
              "it was not done within %d s. Try again, or a smaller file."
                  .formatted(limit.toSeconds()));
      case BY_ITSELF -> answer(result);
    };
  }

  private static SignatureAnswer answer(Path result) throws IOException {
    if (!Files.exists(result)) {
      return new SignatureAnswer.Unfinished(
          "the process for signatures was ended before it was done. If that comes again, the PDF is"
              + " too much for the memory there is.");
    }
    var answer = ServerJson.MAPPER.readTree(result.toFile());
    return answer.has("failed")
        ? new SignatureAnswer.Failed(
            answer.get("failed").textValue(), About.valueOf(answer.get("about").textValue()))
        : new SignatureAnswer.Done(answer);
  }
}
