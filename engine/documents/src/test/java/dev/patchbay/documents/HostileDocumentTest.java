package dev.patchbay.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.documents.jinja.run.Budget;
import dev.patchbay.documents.json.PlainData;
import dev.patchbay.documents.rich.Look;
import dev.patchbay.documents.rich.RichText;
import dev.patchbay.documents.rich.Subdoc;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A template that runs or reaches out is refused, and data makes none of it. */
class HostileDocumentTest {
  private static final String RELS = "word/_rels/document.xml.rels";

  private static List<String> problems(byte[] docx) {
    return DocumentTemplate.inspect(docx, TemplateLimits.SHARED).problems().stream()
        .map(TemplateProblem::what)
        .toList();
  }

  private static List<String> ofField(String instruction) {
    return problems(
        TestDocument.body(
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
                + "<w:r><w:instrText>"
                + instruction.substring(0, 2)
                + "</w:instrText></w:r><w:r><w:instrText>"
                + instruction.substring(2)
                + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"));
  }

  @ParameterizedTest
  @CsvSource({
    "attachedTemplate, http://evil.example/t.dotm, a template that lies elsewhere",
    "image, http://evil.example/p.png, a picture lies elsewhere",
    "oleObject, file:///c:/x.xlsx, OLE",
    "frame, http://evil.example/, something lies elsewhere",
    "hyperlink, file:////server/share, a link leads to file:////server/share",
    "hyperlink, \\\\server\\share, a link leads to",
    "hyperlink, javascript:alert(1), a link leads to javascript:alert(1)"
  })
  void nothingThatLiesElsewhere(String kind, String target, String reason) {
    var docx = TestDocument.with("x", Map.of(RELS, TestDocument.relation(kind, target, true)));

    assertThat(problems(docx)).singleElement().asString().contains(reason);
    assertInstanceOf(
        Preparation.Refused.class, DocumentTemplate.prepare(docx, TemplateLimits.SHARED));
  }

  @Test
  void settingsNameNoTemplateElsewhere() {
    var relation = TestDocument.relation("attachedTemplate", "file:///C:/T.dotx", true);

    assertThat(problems(TestDocument.with("x", Map.of("word/_rels/settings.xml.rels", relation))))
        .singleElement()
        .asString()
        .contains("based on a template that lies elsewhere, file:///C:/T.dotx");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/", "mailto:a@example.org", "tel:+49", "#top"})
  void linksThatPeopleClickMayStay(String target) {
    var relation = TestDocument.relation("hyperlink", target, true);

    assertThat(problems(TestDocument.with("x", Map.of(RELS, relation)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"aFChunk", "vbaProject", "webextension", "control", "oleObject", "subDocument"})
  void noPartThatRunsOrIsReadWhenOpened(String kind) {
    var relation = TestDocument.relation(kind, "thing.bin", false);

    assertThat(problems(TestDocument.with("x", Map.of(RELS, relation)))).hasSize(1);
  }

  @Test
  void aPartIsLookedAtWhateverItIsCalled() {
    var types =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
            + " PartName=\"/customXml/notes.bin\" ContentType=\"application/vnd.openxmlformats-"
            + "officedocument.wordprocessingml.endnotes+xml\"/></Types>";
    var notes = "<w:endnotes xmlns:w=\"urn:w\"><w:fldSimple w:instr=\"DDEAUTO x\"/></w:endnotes>";

    assertThat(
            problems(
                TestDocument.with(
                    "x", Map.of("[Content_Types].xml", types, "customXml/notes.bin", notes))))
        .containsExactly("the field DDEAUTO reaches out of the document");
  }

  @Test
  void noMacros() {
    var types =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
            + " PartName=\"/word/document.xml\" ContentType=\"application/vnd.ms-word.document."
            + "macroEnabled.main+xml\"/></Types>";

    assertThat(problems(TestDocument.with("x", Map.of("[Content_Types].xml", types))))
        .containsExactly("the document is of a kind that holds macros");
  }

  @Test
  void noAltChunk() {
    assertThat(problems(TestDocument.body("<w:altChunk xmlns:r=\"urn:r\" r:id=\"rId9\"/>")))
        .containsExactly("it brings another file that is read when it is opened");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DDEAUTO c:\\windows\\cmd.exe",
        "INCLUDETEXT \"http://evil.example/\"",
        "includepicture http://evil.example/p.png",
        "LINK Excel.Sheet x",
        "MACROBUTTON m x",
        "DDE\n x \n y",
        "\u00A0DDEAUTO x",
        "HYPERLINK \"file:///etc/passwd\"",
        "HYPERLINK \\o \"tip\" \"file:///etc/passwd\"",
        "HYPERLINK \\l \"top\" file:///etc/passwd",
        "HYPERLINK \\n \\\\\\\\server\\\\share",
        "HYPERLINK \\o \"x\\\" \\l \" file:///etc/passwd \"",
        "HYPERLINK \\lfile:///etc/passwd",
        "HYPERLINK \"https://example.org/\" \"file:///etc/passwd\"",
        "HYPERLINK \"{{ url }}\"",
        "{{ x }}"
      })
  void noFieldThatReachesOut(String instruction) {
    assertThat(ofField(instruction)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PAGE",
        "HYPERLINK \"https://example.org/\"",
        "HYPERLINK https://example.org/ \\o \"Note: a tip\" \\n \\t \"_blank\" \\* MERGEFORMAT",
        "HYPERLINK \\l \"top\"",
        "HYPERLINK \\o\"a tip\" \"mailto:a@example.org?subject=a b\"",
        "HYPERLINK \"\" \\l top \\o \"C:\\\\a\"",
        "TOC \\o"
      })
  void usualFieldsMayStay(String instruction) {
    assertThat(ofField(instruction)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "href='file:///etc/passwd', a link leads to file:///etc/passwd",
        "href='{{ url }}', a tag stands in a link",
        "src='http://evil.example/p.png', a picture lies elsewhere",
        "src='//evil.example/p.png', a picture lies elsewhere"
      })
  void noDrawingThatReachesOut(String attribute, String reason) {
    var drawing = "<w:pict><v:imagedata xmlns:v=\"urn:v\" " + attribute + "/></w:pict>";

    assertThat(problems(TestDocument.body(drawing))).singleElement().asString().startsWith(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"word/settings.xml", "word/document.xml"})
  void noDtdInAnyPart(String part) {
    var xml = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>";
    var docx = TestDocument.with("x", Map.of(part, xml));

    assertThat(DocumentTemplate.inspect(docx, TemplateLimits.SHARED).problems())
        .singleElement()
        .extracting(TemplateProblem::message)
        .asString()
        .startsWith("In the part " + part + ": the file has a DTD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<w:fldSimple w:instr=\"DDEAUTO x\"/>",
        "<q:fldSimple xmlns:q=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " q:instr=\"HYPERLINK http://evil.example\"/>",
        "<w:instrText>PAGE</w:instrText>",
        "<w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText>",
        "<w:altChunk xmlns:r=\"urn:r\" r:id=\"rId1\"/>",
        "<w:hyperlink xmlns:r=\"urn:r\" r:id=\"rId1\"/>",
        "<w:pict><v:imagedata xmlns:v=\"urn:v\" src=\"http://evil.example\"/></w:pict>",
        "<w:pict><v:rect xmlns:v=\"urn:v\" href=\"http://evil.example\"/></w:pict>"
      })
  void dataAddsNothingThatIsActiveEvenByRawXml(String xml) throws Exception {
    var raw = "</w:t>" + xml + "<w:t>";

    assertThat(message("{{ x|safe }}", raw))
        .startsWith("In the document: the data brings a field, link or object");
    assertThat(message("{{ x }}", raw)).isEmpty();
  }

  @Test
  void dataMakesNoLinksBySayingThatItIsRichText() throws Exception {
    var json =
        "{\"$type\": \"RichText\", \"ops\": [{\"text\": \"x\", \"props\": {\"url\":"
            + " \"http://evil.example\"}}]}";
    var data = (ObjectNode) new JsonMapper().readTree("{\"x\": " + json + "}");

    var made = render("{{ x.ops[0].text }}", data, TemplateLimits.SHARED);

    assertInstanceOf(Rendition.Made.class, made);
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "file:///c:/x.exe", "\\\\evil\\share"})
  void richTextLinksToTheWebOnly(String url) {
    var look = new Look(Map.of("url", url));
    var text = new RichText(List.of(new RichText.Span.Plain("x", look)));

    var failed =
        assertInstanceOf(
            Rendition.Failed.class,
            TestDocument.render(TestDocument.of("{{r x }}"), Map.of("x", text)));
    assertThat(failed.problem().what()).isEqualTo("a link leads to " + url);
  }

  @Test
  void subDocumentsBringNothingThatLiesElsewhere() {
    var shown =
        "<w:p><w:r><w:pict><v:imagedata xmlns:v=\"urn:v\" xmlns:r=\"http://schemas.openxmlformats"
            + ".org/officeDocument/2006/relationships\" r:id=\"rId1\"/></w:pict></w:r></w:p>";
    var file =
        TestDocument.with(
            "",
            Map.of(
                "word/document.xml",
                TestDocument.document(shown),
                "word/_rels/document.xml.rels",
                TestDocument.relation("image", "http://evil.example/x.png", true)));

    var failed =
        assertInstanceOf(
            Rendition.Failed.class,
            TestDocument.render(TestDocument.of("{{p x }}"), Map.of("x", new Subdoc.File(file))));
    assertThat(failed.problem().what())
        .isEqualTo("something lies elsewhere, at http://evil.example/x.png");
  }

  @Test
  void itsTimeIsLimited() throws Exception {
    var limits =
        new TemplateLimits(1 << 20, 1 << 20, Budget.Limit.USUAL.within(Duration.ofNanos(1)));

    assertThat(message("{% for i in range(9999) %}{{ i }}{% endfor %}", "", limits))
        .contains("takes longer than 0 s");
  }

  @Test
  void itsLoopsGoRoundAMillionTimes() throws Exception {
    assertThat(
            message(
                "{% for i in range(2000) %}{% for j in range(2000) %}{% endfor %}{% endfor %}",
                "", TemplateLimits.USUAL))
        .contains("the loops of the template go round more than 1000000 times");
  }

  @Test
  void fontsOfAThemeAreFoundInTime() {
    var theme =
        "<a:theme xmlns:a=\"urn:a\">"
            + "<a:x y=\"z\"/>".repeat(100_000)
            + "<a:minorFont><a:latin typeface=\"Calibri\"/></a:minorFont></a:theme>";
    var body =
        TestDocument.document("<w:p/>" + "<w:rFonts w:asciiTheme=\"minorHAnsi\"/>".repeat(20_000));
    var docx =
        TestDocument.with("", Map.of("word/document.xml", body, "word/theme/theme1.xml", theme));

    var fonts =
        assertTimeoutPreemptively(
            Duration.ofMinutes(1),
            () -> DocumentTemplate.inspect(docx, TemplateLimits.SHARED).fonts());

    assertThat(fonts).containsExactly("Calibri");
  }

  @Test
  void theDocumentIsNoLargerThanItMayBe() throws Exception {
    var limits = new TemplateLimits(1 << 20, 10_000, Budget.Limit.USUAL);

    assertThat(message("{% for i in range(999) %}{{ x }}{% endfor %}", "abcdefghijk", limits))
        .contains("the document becomes larger than");
  }

  private static String message(String template, String x) throws Exception {
    return message(template, x, TemplateLimits.SHARED);
  }

  /** Empty if it is made. */
  private static String message(String template, String x, TemplateLimits limits) throws Exception {
    var data = new JsonMapper().createObjectNode().put("x", x);
    return switch (render(template, data, limits)) {
      case Rendition.Made _ -> "";
      case Rendition.Failed(var problem) -> problem.message();
    };
  }

  private static Rendition render(String template, ObjectNode data, TemplateLimits limits) {
    var prepared = DocumentTemplate.prepare(TestDocument.of(template), limits);
    return assertInstanceOf(Preparation.Ready.class, prepared, prepared::toString)
        .template()
        .render(PlainData.of(data), RenderOptions.PLAIN);
  }
}
