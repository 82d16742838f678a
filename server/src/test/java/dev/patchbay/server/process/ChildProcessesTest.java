package dev.patchbay.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.template.FilledDocument;
import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.server.pdf.PdfAnswer;
import dev.patchbay.server.pdf.PdfOrder;
import dev.patchbay.server.pdf.PdfProcesses;
import dev.patchbay.server.signature.SignatureAnswer;
import dev.patchbay.server.signature.SignatureProcess;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that work for a server which closes. */
class ChildProcessesTest {
  @TempDir private Path folder;

  private final ChildProcesses children = ChildProcesses.ofCommand();

  /** Says that it runs, and goes on for longer than any test. */
  public static final class Endless {
    private Endless() {}

    /** With the file that says it. */
    public static void main(String[] args) throws Exception {
      Files.createFile(Path.of(args[0]));
      System.in.read();
      Thread.currentThread().join();
    }
  }

  /** Tells where the programs that it starts have their temporary files. */
  public static final class Telling {
    private Telling() {}

    /** With the file that it tells in. */
    public static void main(String[] args) throws Exception {
      Files.writeString(Path.of(args[0]), System.getenv("TMPDIR"));
    }
  }

  private ChildJvm.Ending run() throws Exception {
    return ended(Endless.class, folder.resolve("runs"));
  }

  private ChildJvm.Ending ended(Class<?> main, Path file) throws Exception {
    var path = Path.of(getClass().getProtectionDomain().getCodeSource().getLocation().toURI());
    var jvm =
        new ChildJvm(path.toString(), main.getName(), "32m", ChildJvm.Environment.BARE, children);
    return jvm.run(folder, List.of(file.toString()), new byte[0], Duration.ofMinutes(10));
  }

  @Test
  void whatTheyStartHasItsTemporaryFilesInTheirFolderToo() throws Exception {
    var told = folder.resolve("told");

    assertThat(ended(Telling.class, told)).isEqualTo(ChildJvm.Ending.BY_ITSELF);

    assertThat(told).hasContent(folder.toString());
  }

  @Test
  void areKilledAtOnceAndNoMoreAreStarted() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var ending = threads.submit(this::run);
      Eventually.soon().isTrue("it runs", () -> Files.exists(folder.resolve("runs")));

      children.close();

      assertThat(ending.get()).isEqualTo(ChildJvm.Ending.STOPPED);
    }
    assertThat(run()).isEqualTo(ChildJvm.Ending.STOPPED);
  }

  /** Where they are none that could start, they end at once and leave no result. */
  @Test
  void whatEndsEarlyOrTooLateIsNoFaultOfItsFile() throws Exception {
    var pdf = new PdfOrder(false, Duration.ofMinutes(1), "", Optional.empty(), Optional.empty());
    var signatures =
        SignatureProcess.of(
            folder.toString(), ChildJvm.Environment.BARE, Duration.ofMinutes(1), children);
    var noTime =
        SignatureProcess.of(folder.toString(), ChildJvm.Environment.BARE, Duration.ZERO, children);

    assertThat(converted(pdf)).isInstanceOf(PdfAnswer.Unfinished.class);
    assertThat(PdfAnswer.of(List.of("late it took too long", "end"), folder))
        .isEqualTo(new PdfAnswer.Unfinished("it took too long"));
    assertThat(signatures.carryOut(ServerJson.MAPPER.createObjectNode()))
        .isInstanceOf(SignatureAnswer.Unfinished.class);
    assertThat(noTime.carryOut(ServerJson.MAPPER.createObjectNode()).toString())
        .contains("Unfinished", "within 0 s");
  }

  /** A file that was not made for that reason is not at fault. */
  @Test
  void whatNobodyStartsIsForLater() throws Exception {
    children.close();
    var anything = ServerJson.MAPPER.createObjectNode();
    var pdf = new PdfOrder(false, Duration.ofMinutes(1), "", Optional.empty(), Optional.empty());
    var signatures =
        SignatureProcess.of(
            folder.toString(), ChildJvm.Environment.BARE, Duration.ofMinutes(1), children);

    assertThat(converted(pdf)).isEqualTo(new PdfAnswer.Busy());
    assertThat(signatures.carryOut(anything)).isEqualTo(new SignatureAnswer.Busy());
  }

  private PdfAnswer converted(PdfOrder order) throws IOException {
    try (var processes = PdfProcesses.of(folder.toString(), children)) {
      return processes.convert(new FilledDocument(TemplateKind.DOCX, new byte[0]), order);
    }
  }
}
