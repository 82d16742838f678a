package dev.patchbay.server.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.server.rig.DocxFile;
import dev.patchbay.server.rig.ReportFile;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a template is written in, its content tells. */
class ContentKindTest {
  @Test
  void tellsWorkbooksFromDocumentsAndPages() {
    assertThat(ContentKind.of(ReportFile.content())).isEqualTo(TemplateKind.XLSX);
    assertThat(ContentKind.of(DocxFile.of("x"))).isEqualTo(TemplateKind.DOCX);
    assertThat(ContentKind.of("\uFEFF <p>".getBytes(UTF_8))).isEqualTo(TemplateKind.HTML);
    assertThat(ContentKind.of(new byte[0])).isEqualTo(TemplateKind.DOCX);
  }

  @Test
  void takesADocumentWithAWorkbookInItForADocument() {
    var embedding = Map.of("word/document.xml", "x", "word/embeddings/xl/workbook.xml", "y");

    assertThat(ContentKind.of(ReportFile.zipped(embedding))).isEqualTo(TemplateKind.DOCX);
  }

  @Test
  void readsNothingBeyondADamagedDirectory() {
    var file = ReportFile.zipped(Map.of("xl/a", "x"));
    for (int length = 0; length < file.length; length++) {
      assertThat(ContentKind.of(Arrays.copyOf(file, length))).isEqualTo(TemplateKind.DOCX);
    }
    for (int at = 0; at < file.length; at++) {
      var damaged = file.clone();
      damaged[at] = (byte) 0xff;
      assertThat(ContentKind.of(damaged)).isNotNull();
    }
  }
}
