package dev.patchbay.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.patchbay.documents.html.Reach;
import dev.patchbay.documents.rich.Listing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTML templates, and data, that want more than to be a document. */
class HostileHtmlTest {
  private static Preparation prepare(byte[] file, Reach reach) {
    return HtmlTemplate.prepare(file, reach, TemplateLimits.USUAL);
  }

  private static Preparation prepare(String html) {
    return prepare(html.getBytes(StandardCharsets.UTF_8), Reach.FOLDER);
  }

  private static String refused(Preparation preparation) {
    return assertInstanceOf(Preparation.Refused.class, preparation, preparation::toString)
        .problems()
        .getFirst()
        .message();
  }

  private static Rendition render(String html, Object x) {
    var prepared = prepare(html);
    return assertInstanceOf(Preparation.Ready.class, prepared, prepared::toString)
        .template()
        .render(Map.of("x", x), RenderOptions.NONE);
  }

  private static String failed(String html, Object x) {
    var rendition = render(html, x);
    return assertInstanceOf(Rendition.Failed.class, rendition, rendition::toString)
        .problem()
        .message();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>x</script>",
        "<SCRIPT src=x.js></SCRIPT>",
        "<p onclick='x()'>",
        "<iframe src=x.html></iframe>",
        "<object data=x></object>",
        "<embed src=x>",
        "<form action=x>",
        "<svg><style><img src=x></style></svg>",
        "<base href='https://evil.example/'>",
        "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
        "<meta http-equiv=content-type content='text/html; charset=utf-7'>",
        "<meta charset=utf-16>",
        "<link rel=import href=x.html>",
        "<a href='javascript:x()'>",
        "<a href='&#106;avascript:x()'>",
        "<a href=' java\tscript:x()'>",
        "<a href='file:///etc/passwd'>",
        "<a href='other.html'>",
        "<img src='https://evil.example/a.png'>",
        "<img src='//evil.example/a.png'>",
        "<img src='/etc/passwd'>",
        "<img src='a/../../secret.png'>",
        "<img src='a/%2e%2e/secret.png'>",
        "<img src='data:image/svg+xml;base64,PHN2Zz4='>",
        "<img srcset='https://evil.example/a.png 2x'>",
        "<td width='1; background: url(https://evil.example/a.png)'>",
        "<td colspan='1; background: url(a.png)'>",
        "<td rowspan='1&#59; color: red'>",
        "<p background='https://evil.example/a.png'>",
        "<p style='background: url(https://evil.example/a.png)'>",
        "<p style='background: \\75rl(https://evil.example/a.png)'>",
        "<p style='background: u\\rl(https://evil.example/a.png)'>",
        "<p style='background: &#117;rl(https://evil.example/a.png)'>",
        "<p style='background: image-set(\"https://evil.example/a.png\" 1x)'>",
        "<style>p{background:i\\00006dage-set(\"https://evil.example/x.png\" 1x)}</style>",
        "<style>p{\\000062ehavior:url(x.htc)}</style>",
        "<style>p{behavior/**/:url(x.htc)}</style>",
        "<style>@import 'https://evil.example/a.css'</style>",
        "<style>@import url(https://evil.example/a.css)</style>",
        "<style>@font-face { src: url( 'https://evil.example/a.ttf' ) }</style>",
        "<style>p { behavior: url(x.htc) }</style>",
        "<!DOCTYPE html [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
        "<?xml-stylesheet href='x.css'?>",
        "<![CDATA[x]]>",
        "<!-- x --!> <p>",
        "<!--> <p> -->",
        "<style>p {}",
        "<p title='x>",
        "<p title=a\"b>",
        "a < b",
      })
  void refusesWhatDoesMoreThanToBeRead(String html) {
    assertThat(refused(prepare("<p>" + html))).startsWith("In line 1, column ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>{{ x }}</script>",
        "<style>p { color: {{ x }} }</style>",
        "<style>{% if x %}</style>{% endif %}{{ x }}",
        "<p style=\"color: {{ x }}\">",
        "<p onclick=\"{{ x }}\">",
        "<p width=\"{{ x }}\">",
        "<a href=\"{{ x }}\">",
        "<a href=\"https://{{ x }}/\">",
        "<img src=\"{{ x }}\">",
        "<link rel=\"{{ x }}\" href=\"a.css\">",
        "<meta http-equiv=\"{{ x }}\" content=\"0\">",
        "<p title={{ x }}>",
        "<p {{ x }}>",
        "<p {% if x %}hidden{% endif %}>",
        "<p {{ x }}=\"y\">",
        "<{{ x }}>",
        "</{{ x }}>",
        "<!-- {{ x }} -->",
        "<!DOCTYPE {{ x }}>",
        "<p title=\"{% if x %}\" lang=\"{% endif %}\">",
        "{% if x %}<p title=\"{% endif %}\">",
        "{% set y|replace('=', x) %}<p title=\"{% endset %}\">",
        "<title>{% for i in x %}</title><p>{% endfor %}",
      })
  void refusesTagsWhereDataWouldChooseWhatHappens(String html) {
    assertThat(refused(prepare(html))).startsWith("In line 1, column ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>x()</script>",
        "<img src='other.png'>",
        "<b style='color: red'>",
        "<b onclick='x()'>",
        "<table width='1; background: url(x)'>",
        "<a href='https://evil.example/'>",
        "<style>p { color: red }</style>",
        "<!--",
        "<p title='",
      })
  void whatDataBringsBySafeIsRefused(String markup) {
    var template = "<style>p{}</style><img src='a.png'><p>{{ x|safe }}";

    assertThat(failed(template, markup)).contains("|safe");
  }

  @Test
  void whatIsPutTogetherByTagsIsRefused() {
    assertThat(failed("{{ '<scr' ~ x|safe }}", "<scr")).contains("not written as HTML");
    assertThat(failed("{% raw %}{{ '<script>' }}{% endraw %}{{ x }}", "")).contains("<script>");
    assertThat(
            failed(
                "{% macro m() %}\" onclick=\"x(){% endmacro %}<p title=\"{{ m() }}\">{{ x }}", ""))
        .contains("onclick");
    assertThat(
            failed(
                "<p>{{ x|xmlattr }}{{ '<b'|safe }}{{ x|xmlattr }}{{ '>'|safe }}",
                Map.of("onclick", "x()")))
        .contains("onclick");
  }

  @ParameterizedTest
  @ValueSource(strings = {"colspan", "rowspan", "span"})
  void aNumberOfDataBringsNoStyle(String attribute) {
    var template = "<table><tr><td " + attribute + "=\"{{ x }}\">";

    assertThat(render(template, 2)).isInstanceOf(Rendition.Made.class);
    assertThat(failed(template, "2; display: none")).contains("“" + attribute + "” is no number");
  }

  @Test
  void plainMarkupBySafeIsLetIn() {
    assertThat(render("<p>{{ x|safe }}", "<b class='c'>b</b>")).isInstanceOf(Rendition.Made.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\201C", "\\00201Cab", "\\A ", "\\2022"})
  void charactersThatHideNothingMayBeEscaped(String escape) {
    assertThat(prepare("<style>p:before { content: '" + escape + "' }</style>"))
        .isInstanceOf(Preparation.Ready.class);
  }

  @Test
  void aTemplateThatStandsAloneNamesNoFile() {
    var html = "<p><img src='a.png'>".getBytes(StandardCharsets.UTF_8);

    assertThat(refused(prepare(html, Reach.ITSELF)))
        .isEqualTo(
            "In line 1, column 4: “a.png” lies elsewhere, or is no picture or font that is let in."
                + " Put it into the file: as data: with base64, PNG, JPEG, GIF or a font.");
    assertThat(prepare(html, Reach.FOLDER)).isInstanceOf(Preparation.Ready.class);
  }

  @Test
  void valuesOfWordDocumentsAreRefusedByName() {
    assertThat(failed("{{ x }}", new Listing("x"))).contains("“$type” is for Word templates");
  }

  @Test
  void controlCharactersOfDataAreLeftOut() {
    var made = assertInstanceOf(Rendition.Made.class, render("{{ x }}", "a\u0000\u001bb"));

    assertThat(new String(made.file(), StandardCharsets.UTF_8)).isEqualTo("\uFEFFab");
  }

  @Test
  void otherEncodingsAndBinaryFilesAreRefused() {
    assertThat(refused(prepare(new byte[] {(byte) 0xE4}, Reach.ITSELF))).contains("UTF-8");
    assertThat(refused(prepare("a\0b"))).contains("characters that no HTML has");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ ",
        "{{ { }} ",
        "{{ ' }} ",
        "<",
        "<a ",
        "<a b=\"",
        "<!--",
        "<!doctype html ",
        "<style>",
        "<title>{{ x }}",
        "{% if x %}",
        "<p style='url('>",
        "\\",
      })
  void whatIsRepeatedWithoutEndIsReadInTime(String piece) {
    var html = piece.repeat(400_000 / piece.length());

    Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> prepare(html));
  }

  @Test
  void loopsEndAndDocumentsStaySmall() {
    assertThat(
            failed(
                "{% for i in range(2000) %}{% for j in range(2000) %}{% endfor %}{% endfor %}{{ x }}",
                ""))
        .contains("go round more than");
    assertThat(failed("{% for i in range(100000) %}{{ x }}{% endfor %}", "y".repeat(1000)))
        .contains("the document becomes larger");
  }
}
