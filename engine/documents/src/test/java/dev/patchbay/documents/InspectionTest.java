package dev.patchbay.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of a template when it is looked over. */
class InspectionTest {
  private static final String STYLES =
      """
      <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
      <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/></w:rPr></w:rPrDefault></w:docDefaults>
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:rFonts w:ascii="Georgia"/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:rFonts w:hAnsi="Verdana"/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="Used"><w:basedOn w:val="Base"/></w:style>
      <w:style w:type="paragraph" w:styleId="Unused"><w:rPr><w:rFonts w:ascii="Papyrus"/></w:rPr></w:style>
      </w:styles>
      """;

  private static final String THEME =
      """
      <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:fontScheme><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:theme>
      """;

  private static final String FONT_TABLE =
      """
      <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="urn:r">
      <w:font w:name="Corporate"><w:embedRegular r:id="rId1"/></w:font></w:fonts>
      """;

  private static Inspection inspect(byte[] docx) {
    return DocumentTemplate.inspect(docx, TemplateLimits.SHARED);
  }

  private static List<String> paths(String template) {
    var inspection = inspect(TestDocument.of(template));
    assertThat(inspection.problems()).isEmpty();
    return inspection.variables().stream().map(Inspection.Variable::path).toList();
  }

  private static List<String> problems(byte[] docx) {
    return inspect(docx).problems().stream().map(TemplateProblem::message).toList();
  }

  @Test
  void namesWhatTheTemplateTakesFromTheData() {
    assertThat(
            paths(
                "{{ title.upper() }} {% for i in request.items|sort %}{{ i.price * rate }}{% endfor %}"
                    + "{% set a = request.address %}{{ a.city }} {{ a['zip code'] }} {{ tags[0] }}"))
        .containsExactly(
            "rate",
            "request.address",
            "request.address.city",
            "request.address.zip code",
            "request.items",
            "request.items[].price",
            "tags[]",
            "title");
  }

  @Test
  void whatTheTemplateNamesItselfIsNoneOfTheData() {
    assertThat(
            paths(
                "{% macro m(x) %}{{ x.y }}{{ outer }}{% endmacro %}{{ m(1) }}{% for k, v in d.items() %}"
                    + "{{ k }}{{ v.z }}{{ loop.index }}{% endfor %}{{ range(3)|join }}"
                    + "{% set a = d %}{% if flag %}{% set late = 1 %}{% set a = 2 %}{% endif %}"
                    + "{{ late }}{{ a.b }}{{ early }}{% set early = 1 %}"))
        .containsExactly("d", "early", "flag", "outer");
  }

  @Test
  void saysWhereAVariableIsUsedFirst() {
    var body = TestDocument.paragraph("{{ a }}") + TestDocument.paragraph("{{ b }}{{ a }}");

    assertThat(inspect(TestDocument.body(body)).variables())
        .containsExactly(
            new Inspection.Variable("a", "the document, paragraph 1", "{{ a }}"),
            new Inspection.Variable("b", "the document, paragraph 2", "{{ b }}"));
  }

  @Test
  void namesAllThatIsWrongInTheOrderOfTheDocument() {
    var body =
        TestDocument.paragraph("{{ a|rond }}")
            + TestDocument.paragraph(
                "{% for x on y %}{% else %}{% if z %}ok{% endif %}{% endfor %}")
            + TestDocument.paragraph("{{ }}{% if a %}{% elif + %}{% else %}{% endif %}")
            + TestDocument.paragraph("{% colspan 2 %}{% endif %}")
            + TestDocument.paragraph("{{ open")
            + TestDocument.paragraph("{% if b %}");

    assertThat(problems(TestDocument.body(body)))
        .containsExactly(
            "In the document, paragraph 1: {{ a|rond }} — there is no filter “rond”. Perhaps “round”"
                + " is meant.",
            "In the document, paragraph 2: {% for x on y %} — “in” is missing before “on”. Add it.",
            "In the document, paragraph 3: {{ }} — the tag is empty. Type a name between the braces,"
                + " or take them out.",
            "In the document, paragraph 3: {% elif + %} — something is missing at the end of"
                + " the tag. Complete it.",
            "In the document, paragraph 4: {% colspan 2 %} — “colspan” works inside a cell of a"
                + " table only. Move the tag into the cell that it shall change.",
            "In the document, paragraph 4: {% endif %} — “endif” belongs to no open tag. Add the tag"
                + " that it belongs to before it, or take it out.",
            "In the document, paragraph 5: {{ open — the tag is not closed. Type “}}” at its end.",
            "In the document, paragraph 6: {% if b %} — the tag is opened here and never closed. Add"
                + " {% endif %} where it shall end, or take this tag out.");
  }

  @Test
  void namesWhatIsWrongWithOtherPartsBehindTheDocument() {
    var faulty = TestDocument.paragraph("{{ a|rond }}");
    var cell = "<w:tc>" + TestDocument.paragraph("{{ in") + "</w:tc>";
    var body =
        faulty + "<w:tbl><w:tr>" + cell + "</w:tr></w:tbl>" + TestDocument.paragraph("{% endif %}");
    var docx =
        TestDocument.with(
            "",
            Map.of(
                "word/document.xml",
                TestDocument.document(body),
                "word/header1.xml",
                "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                    + TestDocument.paragraph("{{ head")
                    + "</w:hdr>",
                "word/_rels/document.xml.rels",
                TestDocument.relation("header", "header1.xml", false)));

    assertThat(inspect(docx).problems())
        .extracting(TemplateProblem::where)
        .containsExactly(
            "the document, paragraph 1",
            "the document, table 1, row 1, cell 1",
            "the document, paragraph 2",
            "a header, paragraph 1");
  }

  @Test
  void namesNoMoreThanPeopleRead() {
    assertThat(problems(TestDocument.of("{% if x %}".repeat(5000)))).hasSizeLessThan(101);
    assertThat(problems(TestDocument.of("{{ }} ".repeat(5000)))).hasSize(1);
  }

  @Test
  void takesNoMoreFromTheDataThanPeopleOverlook() {
    var names = IntStream.range(0, 1001).mapToObj(i -> "{{ n" + i + " }}").toList();

    assertThat(problems(TestDocument.of(String.join("", names))))
        .singleElement()
        .asString()
        .startsWith("the template takes more than 1000 different fields");
    assertThat(paths(String.join("", names.subList(0, 1000)))).hasSize(1000);
  }

  @Test
  void namesTheFontsThatAreUsedAndNotBroughtAlong() {
    var docx =
        TestDocument.with(
            "x</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"Used\"/></w:pPr><w:r><w:rPr>"
                + "<w:rFonts w:ascii=\"Corporate\" w:hAnsi=\"Arial\"/></w:rPr><w:t>y",
            Map.of(
                "word/styles.xml", STYLES,
                "word/theme/theme1.xml", THEME,
                "word/fontTable.xml", FONT_TABLE));

    assertThat(inspect(docx).fonts()).containsExactly("Arial", "Calibri", "Georgia", "Verdana");
  }

  @Test
  void aFileThatIsNoDocumentHasOneProblem() {
    assertThat(problems(new byte[] {1, 2, 3})).hasSize(1);
  }

  @Test
  void whatIsFoundIsWhatAPreparedTemplateRefuses() {
    var refused = DocumentTemplate.prepare(TestDocument.of("{{ }}"), TemplateLimits.SHARED);

    assertThat(assertInstanceOf(Preparation.Refused.class, refused).problems())
        .isEqualTo(inspect(TestDocument.of("{{ }}")).problems());
  }
}
