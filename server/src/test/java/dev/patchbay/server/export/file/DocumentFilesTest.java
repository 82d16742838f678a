package dev.patchbay.server.export.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.core.document.IssuedDocument.TemplateVersion;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.Progress;
import dev.patchbay.model.job.DocumentOrder;
import dev.patchbay.model.job.DocumentOrder.Each;
import dev.patchbay.server.export.row.RowLines;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.server.issuing.KeptTemplate;
import dev.patchbay.server.issuing.maker.DocumentFormat;
import dev.patchbay.server.issuing.maker.DocumentMaker;
import dev.patchbay.server.issuing.maker.DocumentMaker.Made;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents of rows, made by somebody who counts them. */
class DocumentFilesTest {
  private final AtomicInteger made = new AtomicInteger();
  @TempDir private Path folder;

  private Made counted(DocumentMaker.Order order) {
    made.incrementAndGet();
    return new Made.Document(new TemplateVersion(order.template(), 1), new byte[1]);
  }

  private void write(DocumentMaker maker, DocumentFormat format, int count) throws Exception {
    var progress = new Progress();
    try (var rows = new RowLines(folder.resolve("rows"), List.of("id"), ZoneOffset.UTC, progress)) {
      for (int i = 0; i < count; i++) {
        rows.take(Map.of("id", "r-" + i));
      }
      rows.demandDone();
      var order = new DocumentOrder("letter", null, Each.ROW);
      var about = ServerJson.MAPPER.createObjectNode();
      var job = new DocumentFiles.Job(order, format, rows, about);
      new DocumentFiles(new KeptTemplate("letter"), maker)
          .write(job, folder.resolve("export"), progress);
    }
  }

  @Test
  void tooManyRowsForADocumentOfEachAreRefusedBeforeTheFirstIsMade() {
    assertThatThrownBy(() -> write(this::counted, DocumentFormat.PDF, 1_001))
        .isInstanceOf(HopelessRunException.class)
        .hasMessage(
            "1,001 rows are too many for a PDF document of each; choose 1,000 at most, by a filter"
                + " or a period.");
    assertThatThrownBy(() -> write(this::counted, DocumentFormat.DOCX, 10_001))
        .isInstanceOf(HopelessRunException.class)
        .hasMessageContaining("choose 10,000 at most");
    assertThat(made).hasValue(0);

    assertThatCode(() -> write(this::counted, DocumentFormat.DOCX, 1_001))
        .doesNotThrowAnyException();
    assertThat(made).hasValue(1_001);
  }

  @Test
  void aDiskThatIsFullIsTheRunsReason() {
    var full = new IOException("No space left on device");

    assertThatThrownBy(
            () ->
                write(
                    _ -> {
                      throw new UncheckedIOException("a PDF cannot be made", full);
                    },
                    DocumentFormat.PDF,
                    1))
        .isSameAs(full);
  }
}
