package dev.patchbay.spreadsheets.templates;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook tells where it can be filled, or what stands against it. */
class TemplateInspectionTest {
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  @TempDir private Path directory;

  @Test
  void tellsTablesAndRangesWithTheirHeaders() throws IOException {
    var workbook = SampleTemplate.withTable();
    var other = workbook.createSheet("Other");
    other.createRow(0).createCell(0).setCellValue("Id");
    var name = workbook.createName();
    name.setNameName("ids");
    name.setRefersToFormula("Other!$A$1:$A$2");

    assertThat(inspected(workbook))
        .isEqualTo(
            new TemplateInspection.Found(
                List.of(
                    new TemplatePlace(
                        SampleTemplate.TABLE,
                        "Report",
                        List.of(
                            new TemplatePlace.Column("Name", "B3"),
                            new TemplatePlace.Column("Amount", "C3"),
                            new TemplatePlace.Column("Day", "D3"),
                            new TemplatePlace.Column("With tax", "E3"))),
                    new TemplatePlace(
                        "ids", "Other", List.of(new TemplatePlace.Column("Id", "A1"))))));
  }

  @Test
  void takesARangeForAPlaceAndThoseOfItsColumnsForParts() throws IOException {
    var workbook = SampleTemplate.workbook();
    var names = workbook.createName();
    names.setNameName("request_names");
    names.setRefersToFormula("Report!$B$4:$B$5");

    assertThat(inspected(workbook))
        .isInstanceOfSatisfying(
            TemplateInspection.Found.class,
            found ->
                assertThat(found.places())
                    .extracting(TemplatePlace::name)
                    .containsExactly(SampleTemplate.RANGE));
  }

  @Test
  void saysWhyNothingCanBeFilled() throws IOException {
    var workbook = SampleTemplate.withTable();
    workbook.getTable(SampleTemplate.TABLE).getCTTable().setTotalsRowCount(1);

    assertThat(complaints(workbook))
        .satisfiesExactly(
            one -> assertThat(one).contains("'Requests' has a row of totals"),
            two -> assertThat(two).contains("no table that rows can go into"));
  }

  @Test
  void refusesWhatRunsAndWhatLiesElsewhereAllAtOnce() throws Exception {
    var workbook = SampleTemplate.withTable();
    workbook.setWorkbookType(XSSFWorkbookType.XLSM);
    workbook.setVBAProject(new ByteArrayInputStream(new byte[] {1}));
    part(workbook, "/xl/connections.xml", "spreadsheetml.connections+xml", "connections");
    part(workbook, "/xl/embeddings/o.bin", "oleObject", "oleObject");
    workbook
        .getSheetAt(0)
        .getPackagePart()
        .addRelationship(
            URI.create("http://evil.example/p.png"), TargetMode.EXTERNAL, RELATIONS + "image");
    var link = workbook.getCreationHelper().createHyperlink(HyperlinkType.FILE);
    link.setAddress("file:///etc/passwd");
    workbook.getSheetAt(0).getRow(0).getCell(0).setHyperlink(link);

    assertThat(complaints(workbook))
        .hasSize(5)
        .anyMatch(each -> each.contains("macros"))
        .anyMatch(each -> each.contains("connection"))
        .anyMatch(each -> each.contains("OLE"))
        .anyMatch(each -> each.contains("'http://evil.example/p.png'"))
        .anyMatch(each -> each.contains("links to 'file:///etc/passwd'"));
  }

  @Test
  void refusesLinksToOtherWorkbooks() throws Exception {
    var workbook = SampleTemplate.withTable();
    var name = name("/xl/externalLinks/externalLink1.xml");
    var link =
        workbook
            .getPackage()
            .createPart(
                name,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml");
    try (var out = link.getOutputStream()) {
      out.write(
          "<externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>"
              .getBytes(UTF_8));
    }
    link.addRelationship(
        URI.create("file:///other.xlsx"), TargetMode.EXTERNAL, RELATIONS + "externalLinkPath");
    workbook
        .getPackagePart()
        .addRelationship(name, TargetMode.INTERNAL, RELATIONS + "externalLink");

    assertThat(complaints(workbook))
        .singleElement()
        .asString()
        .contains("refers to other workbooks");
  }

  private static void part(XSSFWorkbook workbook, String name, String type, String relation)
      throws InvalidFormatException, IOException {
    var part =
        workbook
            .getPackage()
            .createPart(name(name), "application/vnd.openxmlformats-officedocument." + type);
    try (var out = part.getOutputStream()) {
      out.write(1);
    }
    workbook
        .getPackagePart()
        .addRelationship(part.getPartName(), TargetMode.INTERNAL, RELATIONS + relation);
  }

  private static PackagePartName name(String name) throws InvalidFormatException {
    return PackagingURIHelper.createPartName(name);
  }

  private List<String> complaints(XSSFWorkbook workbook) throws IOException {
    return inspected(workbook) instanceof TemplateInspection.Refused(var complaints)
        ? complaints
        : List.of();
  }

  private TemplateInspection inspected(XSSFWorkbook workbook) throws IOException {
    return TemplateInspection.of(SampleTemplate.save(workbook, directory.resolve("template.xlsx")));
  }
}
