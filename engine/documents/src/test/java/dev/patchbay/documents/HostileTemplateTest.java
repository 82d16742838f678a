package dev.patchbay.documents;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.patchbay.documents.jinja.Template;
import dev.patchbay.documents.jinja.parse.Segments;
import dev.patchbay.documents.jinja.run.Budget;
import dev.patchbay.documents.jinja.run.Environment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who made a template is not known: none may run for ever, eat the memory or reach out. */
@Timeout(120)
class HostileTemplateTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% for i in range(999999) %}{% for j in range(999999) %}x{% endfor %}{% endfor %}",
        "{% for i in range(99999999) %}x{% endfor %}",
        "{{ 'a' * 999999999 }}",
        "{{ 'a'.center(999999999) }}",
        "{{ '%999999d' % 1 * 1000 }}",
        "{{ 9 ** 99999999 }}",
        "{{ 10 ** 9999 }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% set l = [1] %}{% for i in range(40) %}{% set _ = l.extend(l) %}{% endfor %}",
        "{% set l = [] %}{% set m = [] %}{% set _ = l.append(l) %}{% set _ = m.append(m) %}{{ l == m }}",
        "{% set l = [] %}{% set _ = l.append(l) %}{% set _ = l.append(l) %}{{ l }}",
        "{% set n = namespace(l=1,m=1) %}{% for i in range(60) %}{% set n.l = [n.l, n.l] %}"
            + "{% set n.m = [n.m, n.m] %}{% endfor %}{{ n.l == n.m }}",
        "{% set n = namespace(t=1) %}{% for i in range(60) %}{% set n.t = (n.t, n.t) %}{% endfor %}"
            + "{{ {n.t: 1} }}",
        "{% include 'secret' %}",
        "{% import 'secret' as s %}",
        "{% extends 'secret' %}",
        "{{ ''.__class__.__mro__ }}",
        "{{ x.getClass().forName('java.lang.Runtime') }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ x|attr('__class__')|attr('x') }}",
        "{{ 'x'.format.__globals__.a }}",
        "{{ '{0.__class__.y}'.format(x) }}"
      })
  void isStoppedWithAReason(String template) {
    var failed =
        assertInstanceOf(
            Rendition.Failed.class,
            TestDocument.render(TestDocument.of(template), Map.of("x", List.of("a"))),
            template);

    assertThat(failed.problem().message()).doesNotContain("Exception", "java.util");
  }

  @Test
  void isNestedNoDeeperThanTheStackBears() {
    var brackets = "{{ " + "(".repeat(5000) + "1" + ")".repeat(5000) + " }}";
    var sum = "{{ 1" + " + 1".repeat(20_000) + " }}";
    var ifs = "{% if 1 %}".repeat(5000) + "{% endif %}".repeat(5000);

    for (var template : List.of(brackets, sum, ifs)) {
      assertInstanceOf(
          Rendition.Failed.class, TestDocument.render(TestDocument.of(template), Map.of()));
    }
  }

  @Test
  void hasNoMoreTagsThanCanBeMadeReadySoon() {
    var refused =
        assertInstanceOf(
            Preparation.Refused.class,
            DocumentTemplate.prepare(
                TestDocument.of("{{ a }}".repeat(20_001)), TemplateLimits.USUAL));

    assertThat(refused.problems().getFirst().message())
        .isEqualTo("In the document: it has more than 20000 tags. Make several templates of it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{ ", "{{ { }} ", "{{ ' }} "})
  void tagsThatDoNotEndAreReadInTime(String piece) {
    var docx = TestDocument.of(piece.repeat(400_000 / piece.length()));

    assertTimeoutPreemptively(
        Duration.ofMinutes(1), () -> DocumentTemplate.prepare(docx, TemplateLimits.USUAL));
  }

  @Test
  void pathsThatAreGivenOnAndOnEnd() {
    var template = ("{% set x = x." + "y".repeat(900) + " %}").repeat(3000) + "{{ x }}{{ z.y }}";

    var inspection = DocumentTemplate.inspect(TestDocument.of(template), TemplateLimits.SHARED);

    assertThat(inspection.variables())
        .extracting(Inspection.Variable::path)
        .containsExactly("x." + "y".repeat(900), "z.y");
  }

  @Test
  void manyNamesAreKeptApartInTime() {
    var names =
        IntStream.range(0, 9000).mapToObj(i -> "{% set n" + i + " = 1 %}").collect(joining());
    var part = Template.of(Segments.of(names + "{% if x %}{% endif %}".repeat(5000), ""));

    var paths =
        assertTimeoutPreemptively(
            Duration.ofMinutes(1),
            () -> Stream.generate(part::paths).limit(30).map(Map::keySet).distinct().toList());

    assertThat(paths).containsExactly(Set.of("x"));
  }

  @Test
  void gathersNoMorePathsThanItTells() {
    var names = IntStream.range(0, 3000).mapToObj(i -> "{{ n" + i + " }}").collect(joining());

    assertThat(Template.of(Segments.of(names, "")).paths()).hasSize(1001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", " ", "-", "a-", "\u2003"})
  void longWordsAreBrokenInTime(String piece) {
    var template = Template.of(Segments.of("{{ x|wordwrap(1) }}", ""));
    Map<String, Object> data = Map.of("x", piece.repeat(2_000_000 / piece.length()));

    assertTimeoutPreemptively(
        Duration.ofMinutes(1),
        () -> template.render(data, Environment.BUILT_IN, new Budget(Budget.Limit.USUAL)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a>{{r x }}</a>",
        "<a>{%tr if x %}</a>",
        "<a>{% vm %}</a>",
        "<w:t>{%- if x %}</w:t>",
        "<w:p>{%p if x -%}</w:p>"
      })
  void tagsThatLookFarAroundAreRefusedInTime(String tag) {
    var docx = TestDocument.body("<b/>".repeat(500_000) + tag.repeat(15_000));

    var inspection =
        assertTimeoutPreemptively(
            Duration.ofMinutes(1), () -> DocumentTemplate.inspect(docx, TemplateLimits.SHARED));

    assertThat(inspection.problems()).isNotEmpty();
  }

  @Test
  void paragraphsThatDataBeginsAnewFillNoMemory() {
    var style = "<w:pPr><w:pStyle w:val=\"" + "s".repeat(20_000) + "\"/></w:pPr>";
    var docx = TestDocument.body("<w:p>" + style + "<w:r><w:t>{{ x }}</w:t></w:r></w:p>");

    var template =
        assertInstanceOf(
                Preparation.Ready.class, DocumentTemplate.prepare(docx, TemplateLimits.SHARED))
            .template();

    var failed =
        assertInstanceOf(
            Rendition.Failed.class,
            template.render(Map.of("x", "\u0007".repeat(100_000)), RenderOptions.NONE));

    assertThat(failed.problem().message()).startsWith("the document becomes larger than 50 MB");
  }

  @Test
  void hasNoEntities() {
    var main =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"http://schemas"
            + ".openxmlformats.org/wordprocessingml/2006/main\"><w:body>&e;</w:body></w:document>";

    assertInstanceOf(Rendition.Failed.class, TestDocument.render(TestDocument.zip(main), Map.of()));
  }

  @Test
  void unpacksNoFurtherThanItMay() {
    var bomb = TestDocument.body(" ".repeat(3_000_000));

    assertInstanceOf(Rendition.Failed.class, TestDocument.render(bomb, Map.of()));
    assertInstanceOf(
        Preparation.Refused.class,
        DocumentTemplate.prepare(
            TestDocument.of("x"), new TemplateLimits(100, 1000, Budget.Limit.USUAL)));
  }

  @Test
  void isRefusedWhereItIsNoDocument() {
    for (var file :
        List.of(new byte[0], "%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
      var refused =
          assertInstanceOf(
              Preparation.Refused.class, DocumentTemplate.prepare(file, TemplateLimits.USUAL));
      assertThat(refused.problems().getFirst().message())
          .isEqualTo(
              "the file is no Word document, or it is damaged. Open it in Word, save it again as"
                  + " .docx and try that one.");
    }
  }

  @Test
  void isCutAtEveryByteWithoutACrash() {
    var whole = TestDocument.of("Dear {{ name }}");
    for (int length = 0; length < whole.length; length++) {
      var cut = java.util.Arrays.copyOf(whole, length);
      assertInstanceOf(
          Rendition.Failed.class, TestDocument.render(cut, Map.of()), "cut at " + length);
    }
  }
}
