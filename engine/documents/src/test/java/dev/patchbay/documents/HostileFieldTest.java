package dev.patchbay.documents;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fields that do not look like what they are. */
class HostileFieldTest {
  /** A field whose instruction is these pieces, whole or not. */
  private static byte[] field(String... runs) {
    var xml = new StringBuilder("<w:p>").append(mark("begin"));
    for (var run : runs) {
      xml.append(run);
    }
    return TestDocument.body(xml.append(mark("separate")).append(mark("end")) + "</w:p>");
  }

  private static String mark(String kind) {
    return "<w:r><w:fldChar w:fldCharType=\"" + kind + "\"/></w:r>";
  }

  private static String instruction(String text) {
    return "<w:r><w:instrText>" + text + "</w:instrText></w:r>";
  }

  private static String text(String text) {
    return "<w:r><w:t>" + text + "</w:t></w:r>";
  }

  static List<byte[]> fieldsThatTagsPutTogether() {
    return List.of(
        field(
            instruction("INCLUDE"),
            text("{%r if never %}"),
            instruction("XX"),
            text("{%r endif %}"),
            instruction("TEXT \"http://evil.example/\"")),
        field(
            instruction("DDE"),
            "</w:p>",
            TestDocument.paragraph("{%p if never %}"),
            "<w:p>" + instruction("XX") + "</w:p>",
            TestDocument.paragraph("{%p endif %}"),
            "<w:p>" + instruction("AUTO c:/cmd.exe")),
        field(
            instruction("INC"),
            text("{#"),
            instruction("XX"),
            text("#}"),
            instruction("LUDETEXT \"http://evil.example/\"")));
  }

  @ParameterizedTest
  @MethodSource("fieldsThatTagsPutTogether")
  void tagsPutNoFieldTogether(byte[] docx) {
    for (var options : List.of(RenderOptions.NONE, RenderOptions.PLAIN)) {
      var prepared = DocumentTemplate.prepare(docx, TemplateLimits.SHARED);
      if (prepared instanceof Preparation.Ready(var template)) {
        assertInstanceOf(Rendition.Failed.class, template.render(Map.of(), options));
      }
    }
  }

  static List<byte[]> fieldsThatShowAnInstruction() {
    return List.of(
        field(instruction("HYPERLINK "), text("file:///c:/x.exe")),
        field(instruction("HYPERLINK "), text("{{ x }}")),
        field(instruction("HYPERLINK "), showing("{{ x }}")),
        field(showing("DDEAUTO c:/cmd.exe")));
  }

  /** A field that shows a text. */
  private static String showing(String text) {
    return mark("begin") + instruction("QUOTE x") + mark("separate") + text(text) + mark("end");
  }

  @ParameterizedTest
  @MethodSource("fieldsThatShowAnInstruction")
  void whatStandsInAnInstructionIsAPartOfIt(byte[] docx) {
    assertInstanceOf(
        Preparation.Refused.class, DocumentTemplate.prepare(docx, TemplateLimits.USUAL));
  }

  @Test
  void fieldsThatDoNotEndAreFields() {
    var docx =
        TestDocument.body("<w:p>" + mark("begin") + instruction("DDEAUTO c:/cmd.exe") + "</w:p>");

    assertInstanceOf(
        Preparation.Refused.class, DocumentTemplate.prepare(docx, TemplateLimits.USUAL));
  }

  @Test
  void fieldsThatTagsChooseAsAWholeStay() {
    var docx =
        field(
            instruction("PAGE"),
            mark("end") + "</w:p>" + TestDocument.paragraph("{%p if x is undefined %}") + "<w:p>",
            mark("begin") + instruction("DATE") + mark("end") + "</w:p>",
            TestDocument.paragraph("{%p endif %}") + "<w:p>" + mark("begin"),
            instruction("TIME"));
    var template =
        assertInstanceOf(
                Preparation.Ready.class, DocumentTemplate.prepare(docx, TemplateLimits.SHARED))
            .template();

    assertInstanceOf(Rendition.Made.class, template.render(Map.of(), RenderOptions.PLAIN));
  }
}
