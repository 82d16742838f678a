package dev.patchbay.server.signature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.server.process.ChildJvm;
import dev.patchbay.server.process.ChildJvm.Environment;
import dev.patchbay.server.process.ChildProcesses;
import dev.patchbay.server.process.InstalledPath;
import dev.patchbay.server.process.OrderedJvm;
import dev.patchbay.server.process.OrderedJvm.Told;
import dev.patchbay.server.signature.SignatureAnswer.About;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Signs, stamps and verifies PDF files in a process of its own, whose libraries are not on the
 * class path of the server: a file that is too much for them takes nothing else with it. An order
 * may hold a password. Thread-safe.
 */
public final class SignatureProcess {
  /** System property with the class path of the process, set by whoever starts the server. */
  private static final String PATH = "patchbay.signatures.path";

  private static final String MAIN = "dev.patchbay.signatures.Main";
  private static final String MEMORY = "1g";

  private final OrderedJvm jvm;

  private SignatureProcess(OrderedJvm jvm) {
    this.jvm = jvm;
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
  public static SignatureProcess of(
      String path, Environment environment, Duration limit, ChildProcesses children) {
    var jvm = new ChildJvm(InstalledPath.of(path), MAIN, MEMORY, environment, children);
    return new SignatureProcess(new OrderedJvm(jvm, limit));
  }

  /** Carries out an order, as {@code dev.patchbay.signatures.Order} describes it. */
  public SignatureAnswer carryOut(ObjectNode order) throws IOException {
    if (!jvm.isInstalled()) {
      return new SignatureAnswer.Absent(
          "signatures are not part of this installation (" + PATH + " names no class path)");
    }
    return switch (jvm.carryOut(order)) {
      case Told.Stopped() -> new SignatureAnswer.Busy();
      case Told.TooLate() ->
          new SignatureAnswer.Unfinished(
              "it was not done within %d s. Try again, or a smaller file."
                  .formatted(jvm.limit().toSeconds()));
      case Told.Ended() ->
          new SignatureAnswer.Unfinished(
              "the process for signatures was ended before it was done. If that comes again, the PDF"
                  + " is too much for the memory there is.");
      case Told.Answered(var answer) -> answer(answer);
    };
  }

  private static SignatureAnswer answer(JsonNode answer) {
    return answer.has("failed")
        ? new SignatureAnswer.Failed(
            answer.get("failed").textValue(), About.valueOf(answer.get("about").textValue()))
        : new SignatureAnswer.Done(answer);
  }

  /** Makes a folder for files of an order; whoever wants it takes it away. */
  Path newFolder() throws IOException {
    return jvm.newFolder();
  }
}
