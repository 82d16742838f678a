package dev.patchbay.server.command.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.docx.DocxDump;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code patchbay render} as a person or program starts it. */
class RenderCommandTest {
  private final StringWriter err = new StringWriter();

  @TempDir private Path directory;

  @Test
  void fillsInATemplate() throws IOException {
    assertThat(run("Dear {{ name }}", "{\"name\":\"Ann & Bob\"}", "out.docx")).isZero();

    assertThat(DocxDump.text(Files.readAllBytes(directory.resolve("out.docx"))))
        .isEqualTo("== word/document.xml\nP[] Dear Ann & Bob\n");
  }

  @Test
  void whoReadsOtherFilesReadsWhatItWrites() throws IOException {
    assertThat(run("{{ x }}", "{}", "out.docx")).isZero();

    var plain = Files.createFile(directory.resolve("plain"));
    assertThat(Files.getPosixFilePermissions(directory.resolve("out.docx")))
        .isEqualTo(Files.getPosixFilePermissions(plain));
  }

  @Test
  void saysWhichTagsAreWrongAndLeavesNoFile() throws IOException {
    assertThat(run("{% if name %}{{ }}", "{}", "out.docx")).isEqualTo(1);

    assertThat(err.toString())
        .isEqualTo(
            "render: In the document, paragraph 1: {% if name %} — the tag is opened here and never"
                + " closed. Add {% endif %} where it shall end, or take this tag out."
                + System.lineSeparator()
                + "render: In the document, paragraph 1: {{ }} — the tag is empty. Type a name between"
                + " the braces, or take them out."
                + System.lineSeparator());
    assertThat(directory.resolve("out.docx")).doesNotExist();
  }

  @Test
  void readsNoFileOutsideOfTheFolderOfTheData() throws IOException {
    var data = "{\"x\":{\"$type\":\"Subdoc\",\"path\":\"../secret.docx\"}}";

    assertThat(run("{{p x }}", data, "out.docx")).isEqualTo(1);
    assertThat(err.toString()).contains("x.path names a file that cannot be read");
  }

  @Test
  void namesThePlaceWhereDataIsNoJson() throws IOException {
    assertThat(run("{{ x }}", "{\"x\":", "out.docx")).isEqualTo(1);
    assertThat(err.toString()).contains("data.json is no JSON: see line 1");
    assertThat(run("{{ x }}", "[".repeat(5_000), "out.docx")).isEqualTo(1);
    assertThat(err.toString()).contains("data.json is nested too deep");
  }

  @Test
  void saysThatPdfIsNotPartOfThisInstallation() throws IOException {
    assertThat(run("{{ x }}", "{}", "out.pdf")).isEqualTo(1);
    assertThat(err.toString()).contains("PDF is not part of this installation");
    assertThat(directory.resolve("out.pdf")).doesNotExist();
  }

  @Test
  void writesDocumentsAndPdfOnly() throws IOException {
    assertThat(run("{{ x }}", "{}", "out.odt")).isEqualTo(1);
    assertThat(err.toString()).contains("--out must end in .docx or .pdf, as the template is DOCX");
  }

  @Test
  void saysThatTheFolderOfItsOutputIsNotThere() throws IOException {
    assertThat(run("{{ x }}", "{}", "none/out.docx")).isEqualTo(1);
    assertThat(err.toString())
        .contains("the folder of --out is not there: " + directory.resolve("none"));
  }

  @Test
  void hasArchivesAndLimitsOfPdfOnly() throws IOException {
    assertThat(run("{{ x }}", "{}", "out.docx", "--pdf-a")).isEqualTo(1);
    assertThat(run("{{ x }}", "{}", "out.pdf", "--seconds", "0")).isEqualTo(1);
    assertThat(err.toString())
        .contains("--pdf-a goes with an --out that ends in .pdf", "--seconds must be 1 to 3600");
  }

  @Test
  void fillsInHtml() throws IOException {
    assertThat(html("<p>Dear {{ name }}", "{\"name\":\"Ann & Bob\"}", "out.html")).isZero();
    assertThat(html("<p>{{ name }}", "{}", "out.docx")).isEqualTo(1);
    assertThat(html("<p>\n<p onclick='x()'>", "{}", "none.html")).isEqualTo(1);

    assertThat(directory.resolve("out.html")).content().isEqualTo("\uFEFF<p>Dear Ann &amp; Bob");
    assertThat(err.toString())
        .contains(
            "--out must end in .html or .pdf, as the template is HTML",
            "render: In line 2, column 1: the attribute “onclick” has no place in a document");
  }

  private int html(String text, String data, String out) throws IOException {
    return run(Files.writeString(directory.resolve("template.html"), text), data, out);
  }

  private int run(String text, String data, String out, String... more) throws IOException {
    return run(Files.write(directory.resolve("template.docx"), docx(text)), data, out, more);
  }

  private int run(Path template, String data, String out, String... more) throws IOException {
    var json = Files.writeString(directory.resolve("data.json"), data);
    var arguments = new ArrayList<>(List.of(more));
    arguments.addAll(List.of("--template", template.toString(), "--data", json.toString()));
    arguments.addAll(List.of("--out", directory.resolve(out).toString()));
    return new CommandLine(new RenderCommand())
        .setErr(new PrintWriter(err))
        .execute(arguments.toArray(String[]::new));
  }

  private static byte[] docx(String text) throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts(text).entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static Map<String, String> parts(String text) {
    return Map.of(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"></Types>",
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId1\" Target=\"word/document.xml\" Type=\"http://schemas"
            + ".openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/>"
            + "</Relationships>",
        "word/document.xml",
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
            + "<w:body><w:p><w:r><w:t>"
            + text
            + "</w:t></w:r></w:p></w:body></w:document>");
  }
}
