package dev.patchbay.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.patchbay.documents.html.Reach;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** HTML templates as they are meant. */
class HtmlTemplateTest {
  private static final String PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";

  private static Inspection inspect(String html) {
    return HtmlTemplate.inspect(
        html.getBytes(StandardCharsets.UTF_8), Reach.ITSELF, TemplateLimits.SHARED);
  }

  private static String made(String html, Map<String, @Nullable Object> data) {
    var prepared =
        HtmlTemplate.prepare(
            html.getBytes(StandardCharsets.UTF_8), Reach.FOLDER, TemplateLimits.SHARED);
    var ready = assertInstanceOf(Preparation.Ready.class, prepared, prepared::toString);
    var rendition = ready.template().render(data, RenderOptions.PLAIN);
    var file = assertInstanceOf(Rendition.Made.class, rendition, rendition::toString).file();
    return new String(file, StandardCharsets.UTF_8);
  }

  @Test
  void fillsInTextAndAttributesAndEscapesOnce() {
    var html =
        made(
            "<!DOCTYPE html><html lang=\"{{ lang }}\"><title>{{ t }}</title><p class='{{ t }}'>{{ t|e }}",
            Map.of("lang", "el", "t", "<Grüße> & \"x\" 'y'"));

    var escaped = "&lt;Grüße&gt; &amp; &#34;x&#34; &#39;y&#39;";
    assertThat(html)
        .isEqualTo(
            "\uFEFF<!DOCTYPE html><html lang=\"el\"><title>"
                + escaped
                + "</title><p class='"
                + escaped
                + "'>"
                + escaped);
  }

  @Test
  void knowsTheWholeLanguage() {
    assertThat(
            made(
                """
                {% macro row(i) %}<tr><td title="{% if i.b %}b{% else %}c{% endif %}">{{ i.a }}{% endmacro %}
                <table>{%- for i in items -%}{{ row(i) }}{%- endfor -%}</table>{% set x %}<b>{{ items|length }}</b>{% endset %}{{ x }}
                {% raw %}{{ left }}{% endraw %}{{ absent }}"""
                    .replace("\n", ""),
                Map.of("items", List.of(Map.of("a", "&", "b", true), Map.of("a", 2)))))
        .isEqualTo(
            "\uFEFF<table><tr><td title=\"b\">&amp;<tr><td title=\"c\">2</table><b>2</b>{{ left }}");
  }

  @Test
  void hasPicturesStylesAndLinksOfItsOwn() {
    var html =
        "<meta charset=UTF-8><link rel=stylesheet href='css/a b.css'><style>@import url(x.css);"
            + " @page { margin: 1cm } p:before { content: '\\2014'; background: url('"
            + PIXEL
            + "') }</style><img src=\"bilder/größe.png\" alt=\"{{ a }}\"><img src=\""
            + PIXEL
            + "\"><a style=\"color: red\" href=\"https://a.example/?b=1&amp;c\">x</a><a href='#y'>y</a>";

    assertThat(made(html, Map.of("a", "A"))).isEqualTo("\uFEFF" + html.replace("{{ a }}", "A"));
  }

  @Test
  void namesWhatItTakesFromTheData() {
    assertThat(
            inspect(
                "<p>\n  {% for i in items %}<b title=\"{{ i.name }}\">{{ a.b }}</b>{% endfor %}"))
        .isEqualTo(
            new Inspection(
                List.of(),
                List.of(
                    new Inspection.Variable("a.b", "line 2, column 47", "{{ a.b }}"),
                    new Inspection.Variable("items", "line 2, column 3", "{% for i in items %}"),
                    new Inspection.Variable("items[].name", "line 2, column 33", "{{ i.name }}")),
                List.of()));
  }

  @Test
  void namesAllThatIsWrongByLineAndColumn() {
    assertThat(
            inspect("<p>{{ a|rond }}\n<p>{{ }}</p>\n<p onclick=\"x()\">\n{% if x %}\n{{ open\n")
                .problems())
        .extracting(TemplateProblem::message)
        .containsExactly(
            "In line 1, column 4: {{ a|rond }} — there is no filter “rond”. Perhaps “round” is"
                + " meant.",
            "In line 2, column 4: {{ }} — the tag is empty. Type a name between the braces, or take"
                + " them out.",
            "In line 3, column 1: the attribute “onclick” has no place in a document. Take it out.",
            "In line 4, column 1: {% if x %} — the tag is opened here and never closed. Add"
                + " {% endif %} where it shall end, or take this tag out.",
            "In line 5, column 1: {{ open — the tag is not closed. Type “}}” at its end.");
  }

  @Test
  void aFaultOfTheDataNamesTheTag() {
    var prepared =
        HtmlTemplate.prepare(
            "<p>\n{{ a.b.c }}".getBytes(StandardCharsets.UTF_8),
            Reach.ITSELF,
            TemplateLimits.SHARED);
    var ready = assertInstanceOf(Preparation.Ready.class, prepared);

    var failed =
        assertInstanceOf(
            Rendition.Failed.class, ready.template().render(Map.of(), RenderOptions.PLAIN));

    assertThat(failed.problem())
        .extracting(TemplateProblem::where, TemplateProblem::tag)
        .containsExactly("line 2, column 1", "{{ a.b.c }}");
  }
}
