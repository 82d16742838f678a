package dev.patchbay.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.patchbay.testkit.docx.DocxDump;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** A template that is prepared once and filled in often. */
class DocumentTemplateTest {
  private static FileTemplate prepared(byte[] docx) {
    var ready = DocumentTemplate.prepare(docx, TemplateLimits.USUAL);
    return assertInstanceOf(Preparation.Ready.class, ready, ready::toString).template();
  }

  private static byte[] made(FileTemplate template, Map<String, ?> data) {
    var rendition = template.render(data, RenderOptions.NONE);
    return assertInstanceOf(Rendition.Made.class, rendition, rendition::toString).file();
  }

  @Test
  void manyThreadsFillItInEachWithItsOwnData() throws Exception {
    var template =
        prepared(
            TestDocument.of(
                "{% set sum = namespace(n=0) %}{% macro m(x) %}<{{ x }}>{% endmacro %}"
                    + "{% for i in all %}{% set sum.n = sum.n + i %}{{ m(i) }}{% endfor %}"
                    + "={{ sum.n }}"));
    var rendering = new ArrayList<Future<String>>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int n = 0; n < 200; n++) {
        var all = List.of(n, n + 1, n + 2);
        Callable<String> one = () -> DocxDump.text(made(template, Map.of("all", all)));
        rendering.add(threads.submit(one));
      }
    }

    for (int n = 0; n < rendering.size(); n++) {
      assertThat(rendering.get(n).get())
          .endsWith("P[] <%d><%d><%d>=%d\n".formatted(n, n + 1, n + 2, 3 * n + 3));
    }
  }

  @Test
  void theSameDataGivesTheSameBytes() {
    var template = prepared(TestDocument.of("{% for k in d %}{{ k }}{% endfor %}"));
    var data = Map.of("d", List.of("a", "b"));

    assertThat(made(template, data)).isEqualTo(made(template, data));
  }

  @Test
  void whatHoldsNoTagIsCopiedAsItIsPacked() throws IOException {
    var content = "the same words again and again, ".repeat(500).getBytes(ISO_8859_1);
    var docx = with("customXml/item1.xml", content, Deflater.BEST_SPEED);

    var made = made(prepared(docx), Map.of("x", "y"));

    assertThat(new String(made, ISO_8859_1))
        .as("its packed bytes")
        .contains(new String(packed(content, Deflater.BEST_SPEED), ISO_8859_1));
    assertThat(packed(content, Deflater.BEST_SPEED))
        .as("would differ if packed anew")
        .isNotEqualTo(packed(content, Deflater.DEFAULT_COMPRESSION));
    assertThat(DocxDump.text(made)).contains("P[] y");
  }

  private static byte[] with(String name, byte[] content, int level) throws IOException {
    var docx = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(docx);
        var parts = zipped(TestDocument.of("{{ x }}"))) {
      for (var part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(part.getName()));
        parts.transferTo(zip);
      }
      zip.setLevel(level);
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return docx.toByteArray();
  }

  private static ZipInputStream zipped(byte[] docx) {
    return new ZipInputStream(new ByteArrayInputStream(docx));
  }

  private static byte[] packed(byte[] content, int level) {
    try (var deflater = new Deflater(level, true)) {
      deflater.setInput(content);
      deflater.finish();
      var packed = new byte[content.length];
      return Arrays.copyOf(packed, deflater.deflate(packed));
    }
  }
}
