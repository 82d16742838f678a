package dev.patchbay.documents.docx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.documents.docx.opc.DocumentParts;
import dev.patchbay.documents.jinja.parse.Complaints;
import dev.patchbay.documents.jinja.run.Budget;
import dev.patchbay.documents.jinja.run.Environment;
import dev.patchbay.documents.jinja.run.OutputSize;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts whose output is not read again, and those that it is read of. */
class PlainPartTest {
  private static final String GRID =
      "<w:tblGrid><w:gridCol w:w=\"1\"/><w:gridCol w:w=\"1\"/></w:tblGrid>";

  private static PartTemplate part(String body) {
    var xml =
        "<w:document xmlns:w=\"w\" xmlns:wp=\"wp\"><w:body>" + body + "</w:body></w:document>";
    return PartTemplate.of(
        new DocumentParts.Part("word/document.xml", "the document"), xml, Complaints.FIRST);
  }

  private static String paragraph(String text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  private static String row(String... cells) {
    var row = new StringBuilder("<w:tr>");
    for (var cell : cells) {
      row.append("<w:tc>").append(paragraph(cell)).append("</w:tc>");
    }
    return row.append("</w:tr>").toString();
  }

  private static String table(String... rows) {
    return "<w:tbl>" + GRID + String.join("", rows) + "</w:tbl>";
  }

  @Test
  void blocksThatHoldWholeElementsArePlain() {
    assertThat(part(paragraph("{{ x }} and {% if x %}y{% else %}z{% endif %}")).plain()).isTrue();
    assertThat(part("<w:fldSimple w:instr=\"PAGE\"/>" + paragraph("{{ x }}")).plain()).isTrue();
    assertThat(
            part(paragraph("{%p for x in all %}")
                    + paragraph("{% set y = x %}{{ y }}")
                    + paragraph("{%p endfor %}"))
                .plain())
        .isTrue();
    assertThat(
            part(table(row("{%tr for x in all %}"), row("{{ x }}", "b"), row("{%tr endfor %}")))
                .plain())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<w:p><w:r><w:t>{% if x %}a</w:t></w:r></w:p><w:p><w:r><w:t>b{% endif %}</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>{% for x in all %}{% break %}{% endfor %}</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>{% raw %}{{ x }}{% endraw %}</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>a\tb {{ x }}</w:t></w:r></w:p>",
        "<w:p><wp:docPr id=\"1\"/></w:p>",
        "<w:p><w:r><w:instrText>HYPERLINK {{ x }}</w:instrText></w:r></w:p>",
        "<w:p><w:fldSimple w:instr=\"PAGE\"/><w:r><w:t>{% if x %}a{% endif %}</w:t></w:r></w:p>",
        "<w:p><w:r><w:instrText>A</w:instrText></w:r><w:r><w:t>{#</w:t></w:r><w:r><w:instrText>B"
            + "</w:instrText></w:r><w:r><w:t>#}</w:t></w:r><w:r><w:instrText>C</w:instrText></w:r></w:p>",
        "<w:p><w:r><w:t w:x=\"{{ x }}\">a</w:t></w:r></w:p>",
        "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>"
            + "</w:tbl>",
        "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc></w:tc></w:tr></w:tbl>"
      })
  void whateverElseIsNot(String body) {
    assertThat(part(body).plain()).isFalse();
  }

  @Test
  void blocksOfCellsAreNot() {
    var cells = row("{%tc for x in all %}", "{{ x }}", "{%tc endfor %}");
    assertThat(part(table(cells)).plain()).isFalse();
    assertThat(part(table(row("{% colspan 2 %}a", "b"))).plain()).isFalse();
  }

  @Test
  void whatIsNotReadAgainWouldNotBeChanged() {
    var part =
        part(
            table(row("{%tr for x in all %}"), row("{{ x }}", "b"), row("{%tr endfor %}"))
                + paragraph("{{ all|length }} &lt; 3 &amp; more"));
    var budget = new Budget(Budget.Limit.USUAL);
    var data = Map.<String, Object>of("all", List.of("a & b", "<c>"));

    var rendered = part.template().render(data, Environment.BUILT_IN, budget);

    assertThat(budget.special()).isZero();
    assertThat(
            PartRenderer.finished(
                rendered, part.title(), new AtomicInteger(), new OutputSize(1 << 20)))
        .isEqualTo(rendered);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\tb", "a\u0007b", "a\fb", "\u0001", "\uFDD0", "\uD83D\uDE00"})
  void charactersThatStandForSomethingAreLookedAt(String value) {
    var budget = new Budget(Budget.Limit.USUAL);

    part(paragraph("{{ x }}")).template().render(Map.of("x", value), Environment.BUILT_IN, budget);

    assertThat(budget.special()).isOne();
  }

  @Test
  void markupIsLookedAt() {
    var budget = new Budget(Budget.Limit.USUAL);

    part(paragraph("{{ x|safe }}"))
        .template()
        .render(Map.of("x", "<w:b>"), Environment.BUILT_IN, budget);

    assertThat(budget.special()).isOne();
  }
}
