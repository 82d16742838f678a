package dev.patchbay.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Role;
import dev.patchbay.model.imports.ImportProblem;
import dev.patchbay.model.imports.ImportView;
import dev.patchbay.model.job.RunState;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.TestHub;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code /imports} of texts as they are said to be, and of files that are not whole. */
@ExtendWith(SharedHub.class)
class ImportDialectIT {
  private final ApiCaller support;
  private final ImportRig rig;

  ImportDialectIT(TestHub hub) {
    this.support = hub.as(Role.SUPPORT);
    this.rig = new ImportRig(hub.admin(), support);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aTextIsReadAsItIsSaidToBe() {
    var file = "id|title\ns-1|Žofie; Ústí\n".getBytes(Charset.forName("windows-1250"));

    rig.done("old.csv", file, "\"encoding\":\"windows-1250\",\"separator\":\"bar\"");

    assertThat(rig.titles()).containsExactly("Žofie; Ústí");
  }

  @Test
  void theSameFileInAnotherEncodingIsAnotherImport() {
    var file = "title\nŽofie\n".getBytes(StandardCharsets.UTF_8);
    var western = "\"encoding\":\"iso-8859-2\"";
    rig.done("a.csv", file, western);
    rig.done("b.csv", file, "");

    assertThat(rig.titles()).contains("Žofie").hasSize(2);
    assertThat(rig.send("c.csv", file, western).status()).isEqualTo(409);
    assertThat(rig.send("d.csv", file, "").status()).isEqualTo(409);
  }

  @Test
  void whatIsNoEncodingIsRefusedAndATextThatIsNotInItToo() {
    var file = "title\nŽofie\n".getBytes(Charset.forName("windows-1250"));

    assertThat(rig.send("x.csv", file, "\"encoding\":\"klingon\"").faults(400))
        .containsExactly("/encoding");
    assertThat(rig.send("x.csv", file, "\"encoding\":\"utf-8\"").problem(400).errors())
        .singleElement()
        .satisfies(
            fault -> assertThat(fault.message()).startsWith("The file is not UTF-8 text in all"));
  }

  @Test
  void aQuoteThatIsNeverClosedEndsTheImportWithItsRow() {
    var rows = "id,title\n" + "q,Lamp\n".repeat(60) + "q-1,\"never closed\nq-2,Bench\n";

    var run = rig.imported("quote.csv", rows.getBytes(StandardCharsets.UTF_8), "");

    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.reason()).startsWith("A quote (\") that is opened in row 62 is never closed");
    assertThat(rig.bulkCalls()).isZero();
  }

  @Test
  void aRowOfFormulasWithoutAValueIsToldAndNotLeftOut() throws IOException {
    var run = rig.done("formulas.xlsx", workbook(), "");

    assertThat(run.counts().read()).isEqualTo(3);
    assertThat(run.counts().faulty()).isEqualTo(2);
    assertThat(errors(run))
        .containsExactly(
            "3   holds formulas without a value: open and save the file in Excel",
            "4 A Title is a formula without a value; open and save the file in Excel, or write a"
                + " value");
    assertThat(rig.titles()).containsExactly("Lamp");
    assertThat(support.get("/imports/" + run.id() + "/annotated").status()).isEqualTo(200);
  }

  private List<String> errors(ImportView run) {
    var request = support.request("/imports/" + run.id() + "/errors");
    return support
        .send(request.header("Accept", "application/json").GET())
        .page(ImportProblem.class)
        .items()
        .stream()
        .map(p -> "%d %s %s %s".formatted(p.row(), p.column(), p.header(), p.problem()))
        .toList();
  }

  /** As a program writes it that computes nothing. */
  private static byte[] workbook() throws IOException {
    var rows =
        """
        <worksheet><sheetData>
          <row r="1"><c t="inlineStr"><is><t>Title</t></is></c><c t="inlineStr"><is><t>zip</t></is></c></row>
          <row r="2"><c t="inlineStr"><is><t>Lamp</t></is></c><c><v>1</v></c></row>
          <row r="3"><c><f>A2</f></c><c><f>B2+1</f></c></row>
          <row r="4"><c><f>A2</f></c><c><v>3</v></c></row>
        </sheetData></worksheet>
        """;
    var parts =
        new TreeMap<>(
            Map.of(
                "_rels/.rels",
                relationship("officeDocument", "xl/workbook.xml"),
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"a\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                relationship("worksheet", "worksheets/sheet1.xml"),
                "xl/worksheets/sheet1.xml",
                rows));
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static String relationship(String type, String target) {
    return "<Relationships><Relationship Id=\"a\" Type=\"t/%s\" Target=\"%s\"/></Relationships>"
        .formatted(type, target);
  }
}
