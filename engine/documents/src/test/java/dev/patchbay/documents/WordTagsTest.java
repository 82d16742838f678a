package dev.patchbay.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.patchbay.documents.json.JsonData;
import dev.patchbay.documents.rich.Listing;
import dev.patchbay.documents.rich.Look;
import dev.patchbay.documents.rich.RichText;
import dev.patchbay.testkit.docx.DocxDump;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tags as Word stores them, beyond the shared cases. */
class WordTagsTest {
  private static String text(byte[] docx, Map<String, ?> data) {
    var rendition = TestDocument.render(docx, data);
    var made = assertInstanceOf(Rendition.Made.class, rendition, rendition::toString);
    return DocxDump.text(made.file()).replace("== word/document.xml\n", "");
  }

  private static String problem(byte[] docx, Map<String, ?> data) {
    var failed = assertInstanceOf(Rendition.Failed.class, TestDocument.render(docx, data));
    return failed.problem().message();
  }

  @Test
  void plainValuesAreEscapedOnce() {
    var data = Map.of("x", "a < b & \"c\"", "l", new Listing("<&>"));

    assertThat(text(TestDocument.of("{{ x }}|{{ x|e }}|{{ l }}"), data))
        .isEqualTo("P[] a < b & \"c\"|a < b & \"c\"|<&>\n");
  }

  @Test
  void charactersThatXmlForbidsAreLeftOut() {
    assertThat(text(TestDocument.of("{{ x }}"), Map.of("x", "a\u0001b\u0000c\uD800d\uFFFEe")))
        .isEqualTo("P[] abc\uFFFDde\n");
  }

  @Test
  void aTagMayBeSplitAnywhere() {
    var body =
        TestDocument.paragraph("{", "{ na", "me|up", "per }", "} and {", "# gone #", "} rest");

    assertThat(text(TestDocument.body(body), Map.of("name", "ann")))
        .isEqualTo("P[] ANN and  rest\n");
  }

  @Test
  void curlyQuotesCountAsStraightOnes() {
    assertThat(text(TestDocument.of("{{ ‘a’ ~ “b” }} ‘c’"), Map.of())).isEqualTo("P[] ab ‘c’\n");
  }

  @Test
  void spacesThatDoNotBreakCountAsSpaces() {
    var body =
        TestDocument.paragraph("{%p\u00a0if n\u00a0%}")
            + TestDocument.paragraph("{{\u00a0n\u202f}}{%\u00a0if n\u00a0%}!{%\u202fendif\u00a0%}")
            + TestDocument.paragraph("{%p endif\u00a0%}");

    assertThat(text(TestDocument.body(body), Map.of("n", "a"))).isEqualTo("P[] a!\n");
  }

  @Test
  void textOfABlockIsChangedAsItIsRead() {
    var block = "{% set t %}{{ x }} &amp; co{% endset %}";
    var body =
        TestDocument.paragraph(
                block + "{{ t|upper }}|{{ t|truncate(6, true, leeway=0) }}|{{ t|reverse }}")
            + TestDocument.paragraph("{% filter upper %}{{ x }} &lt;b>{% endfilter %}");

    assertThat(text(TestDocument.body(body), Map.of("x", "a<b\"")))
        .isEqualTo("P[] A<B\" & CO|a<b...|oc & \"b<a\nP[] A<B\" <B>\n");
  }

  @Test
  void aCommentMaySpanParagraphs() {
    var body = TestDocument.paragraph("a{# don't") + TestDocument.paragraph("show #}b");

    assertThat(text(TestDocument.body(body), Map.of())).isEqualTo("P[] ab\n");
  }

  @Test
  void aParagraphTagWithACommentGoes() {
    var body = TestDocument.paragraph("a") + TestDocument.paragraph("{#p note #}");

    assertThat(text(TestDocument.body(body), Map.of())).isEqualTo("P[] a\n");
  }

  @Test
  void aCellThatLosesItsParagraphGetsAnother() {
    var body =
        "<w:tbl><w:tblGrid><w:gridCol w:w=\"100\"/></w:tblGrid><w:tr><w:tc>"
            + TestDocument.paragraph("{%p if false %}")
            + TestDocument.paragraph("x")
            + TestDocument.paragraph("{%p endif %}")
            + "</w:tc></w:tr></w:tbl>";

    assertThat(text(TestDocument.body(body), Map.of()))
        .isEqualTo("TABLE grid=1\n ROW\n  CELL()\n    P[] \n");
  }

  @Test
  void saysInWhichCellATagIsWrong() {
    var body =
        "<w:tbl><w:tblGrid/><w:tr><w:tc>"
            + TestDocument.paragraph("a")
            + "</w:tc><w:tc>"
            + TestDocument.paragraph("{{ a.b", ".c }}")
            + "</w:tc></w:tr></w:tbl>";

    assertThat(problem(TestDocument.body(body), Map.of("a", Map.of())))
        .isEqualTo(
            "In the document, table 1, row 1, cell 2: {{ a.b.c }} — “b” is not in the data. Check the"
                + " spelling, or give a default for it.");
  }

  @Test
  void saysThatATagIsNotClosed() {
    assertThat(problem(TestDocument.body(TestDocument.paragraph("{{ name }")), Map.of()))
        .isEqualTo(
            "In the document, paragraph 1: {{ name } — the tag is not closed. Type “}}” at its end.");
  }

  @Test
  void refusesTwoRowTagsInOneRow() {
    var body =
        "<w:tbl><w:tr><w:tc>"
            + TestDocument.paragraph("{%tr if a %}", "{%tr endif %}")
            + "</w:tc></w:tr></w:tbl>";

    assertThat(problem(TestDocument.body(body), Map.of())).contains("stands in the same row");
  }

  @Test
  void refusesARowTagOutsideOfATable() {
    assertThat(problem(TestDocument.of("{%tr for a in b %}"), Map.of()))
        .contains("“tr” works inside a row of a table only");
  }

  @Test
  void saysThatRichTextNeedsATagOfItsOwn() {
    var text = new RichText(List.of(new RichText.Span.Plain("x", Look.PLAIN)));

    assertThat(problem(TestDocument.of("{{ x }}"), Map.of("x", text))).contains("{{r name }}");
  }

  @Test
  void richTextMayHaveAFontOfEastAsiaAndNoSizeOfZero() throws Exception {
    var json =
        """
        {"x": {"$type": "RichText",
               "ops": [{"text": "x", "props": {"font": "eastAsia:SimSun", "size": 0}}]}}
        """;
    var data = new JsonData(_ -> new byte[0], Map.of()).read(new JsonMapper().readTree(json));
    var rendition = TestDocument.render(TestDocument.of("{{r x }}"), data);

    assertThat(DocxDump.runs(assertInstanceOf(Rendition.Made.class, rendition).file()))
        .contains("r(rFonts=ascii=SimSun,cs=SimSun,eastAsia=SimSun,hAnsi=SimSun) \"x\"");
  }

  @Test
  void theSameTemplateAndDataGiveTheSameBytes() {
    var docx = TestDocument.of("{{ x }}");
    var ready =
        assertInstanceOf(
            Preparation.Ready.class, DocumentTemplate.prepare(docx, TemplateLimits.USUAL));

    var first = ready.template().render(Map.of("x", "a"), RenderOptions.NONE);
    var second = ready.template().render(Map.of("x", "a"), RenderOptions.NONE);

    assertThat(((Rendition.Made) first).file()).isEqualTo(((Rendition.Made) second).file());
  }
}
