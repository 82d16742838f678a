package dev.patchbay.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process, as others start it and read its answer. */
class MainTest {
  @TempDir private Path folder;

  @Test
  void answersInLinesThatNoDocumentCanForge() throws IOException {
    new TestDocument().text("x", "Odd&#10;failed").write(folder.resolve("in.docx"));

    run(folder.resolve("in.docx"), "");

    assertThat(Files.readAllLines(folder.resolve("result")))
        .contains("font Odd failed")
        .first()
        .asString()
        .startsWith("made ");
    assertThat(WrittenPdf.read(folder.resolve("out.pdf")).text()).isEqualTo("x");
  }

  @Test
  void saysWhyItHasFailed() throws IOException {
    run(folder.resolve("in.docx"), folder.toString());

    assertThat(folder.resolve("result"))
        .content()
        .startsWith("failed there is no LibreOffice in " + folder);
  }

  private void run(Path document, String office) {
    var command =
        JavaCommand.of(Main.class)
            .withSystemProperty("java.io.tmpdir", folder)
            .withSystemProperty("user.home", folder)
            .withArguments(document.toString(), folder.resolve("out.pdf").toString(), "PLAIN")
            .withArguments("60", office, folder.resolve("result").toString());
    try (var process = command.start(folder.resolve("log"))) {
      assertThat(process.awaitExit(Duration.ofMinutes(2))).as(process::output).isZero();
    }
  }
}
