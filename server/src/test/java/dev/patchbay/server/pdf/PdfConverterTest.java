package dev.patchbay.server.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.template.FilledDocument;
import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.server.process.ChildProcesses;
import dev.patchbay.server.process.InstalledPath;
import dev.patchbay.server.process.Turnstile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who makes PDF files for many. */
class PdfConverterTest {
  private static final ChildProcesses CHILDREN = ChildProcesses.ofCommand();
  private static final PdfAnswer MADE = new PdfAnswer.Failed("as it is told, whatever it says");

  private static final FilledDocument DOCUMENT = new FilledDocument(TemplateKind.DOCX, new byte[0]);

  /** Says that it is at it, and goes on when it may. */
  private static final class Slow implements PdfMaker {
    private final CountDownLatch begun = new CountDownLatch(2);
    private final CountDownLatch end = new CountDownLatch(1);

    @Override
    public PdfAnswer convert(FilledDocument document, PdfOrder order) throws IOException {
      begun.countDown();
      try {
        end.await();
      } catch (InterruptedException stopped) {
        throw new IOException(stopped);
      }
      return MADE;
    }

    @Override
    public Optional<List<String>> missing(List<String> fonts) {
      return Optional.of(fonts);
    }
  }

  @Test
  void twoAreMadeAtATimeAndOthersWaitForSoLong() throws Exception {
    var maker = new Slow();
    var converter = new PdfConverter(maker, new Turnstile(2, Duration.ofMillis(1)));
    var answers = new ArrayList<Future<PdfAnswer>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 2; i++) {
        answers.add(threads.submit(() -> converter.pdf(DOCUMENT)));
      }
      maker.begun.await();

      var third = converter.picture(DOCUMENT, new PdfOrder.Picture(1, 0));
      var fonts = converter.missing(List.of("Arial"));
      maker.end.countDown();

      assertThat(third).isEqualTo(new PdfAnswer.Busy());
      assertThat(fonts).isEmpty();
      assertThat(converter.missing(List.of())).hasValue(List.of());
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo(MADE);
      }
    }
    assertThat(converter.missing(List.of("Arial"))).hasValue(List.of("Arial"));
  }

  @Test
  void aFolderThatIsNotThereMakesNoInstallation(@TempDir Path folder) {
    assertThat(InstalledPath.of("")).isEmpty();
    assertThat(InstalledPath.of(folder + "/gone/*")).isEmpty();
    assertThat(InstalledPath.of("gone.jar" + File.pathSeparator + folder + "/*")).endsWith("/*");
  }

  @Test
  void anInstallationWithoutItSaysSo() throws IOException {
    var order = new PdfOrder(false, Duration.ofSeconds(1), "", Optional.empty(), Optional.empty());
    try (var processes = PdfProcesses.of("", CHILDREN)) {
      assertThat(processes.convert(DOCUMENT, order)).isInstanceOf(PdfAnswer.Absent.class);
      assertThat(processes.missing(List.of("Arial"))).isEmpty();
    }
  }
}
