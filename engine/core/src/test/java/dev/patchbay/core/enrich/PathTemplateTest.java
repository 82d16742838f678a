package dev.patchbay.core.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.patchbay.core.enrich.PathTemplate.Filled;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.event.Sample;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {
  /** Whatever could mean something in a URL, and some that do not. */
  private static final int[] SIGNS =
      "/\\?#%&=+;:@!$'()*,.~-_[]{}<>\"|^` \t\r\n\u0000\u007Fa0Z\u00E4\u20AC\uD83D\uDE00/../..%2f%2e"
          .codePoints()
          .toArray();

  @Test
  void fillsValuesOfAnEventIn() {
    var event = Sample.request("e", "{'id':'7','requester':{'id':4711},'public':true}");
    assertThat(fill("/users/{/data/requester/id}/posts?public={/data/public}&of={/source}", event))
        .isEqualTo(new Filled.Path("/users/4711/posts?public=true&of=%2Frequests"));
  }

  @Test
  void noValueLeavesItsSegment() {
    var chance = new SplittableRandom(7);
    var template = PathTemplate.parse("/users/{/v}/of-{/v}/x?q={/v}&r=1");
    for (int round = 0; round < 5_000; round++) {
      var value = value(chance);
      switch (template.fill(event(value))) {
        case Filled.Path(var path) -> check(URI.create("http://host" + path), value);
        case Filled.Unfit _ -> assertThat(value).isIn("", ".", "..");
        case Filled.Nothing nothing -> throw new AssertionError(nothing);
      }
    }
  }

  private static void check(URI uri, String value) {
    assertThat(uri.getHost()).isEqualTo("host");
    assertThat(uri.normalize()).isEqualTo(uri);
    assertThat(uri.getRawFragment()).isNull();
    var segments = uri.getRawPath().split("/", -1);
    assertThat(segments).hasSize(5).contains("users", "x");
    assertThat(decoded(segments[2])).isEqualTo(value);
    assertThat(decoded(segments[3])).isEqualTo("of-" + value);
    var query = uri.getRawQuery().split("&", -1);
    assertThat(query).hasSize(2).contains("r=1");
    assertThat(decoded(query[0])).isEqualTo("q=" + value);
  }

  private static String decoded(String text) {
    assertThat(text).matches("[A-Za-z0-9\\-._~%=]*");
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String value(SplittableRandom chance) {
    var text = new StringBuilder();
    for (int length = chance.nextInt(6); length > 0; length--) {
      text.appendCodePoint(SIGNS[chance.nextInt(SIGNS.length)]);
    }
    return text.toString();
  }

  private static Envelope event(String value) {
    var json = JsonNodeFactory.instance.objectNode().put("v", value);
    return new Envelope("/s", "1", "t", json, new byte[0], OptionalLong.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "\uD83D"})
  void refusesValuesThatLeadElsewhere(String value) {
    assertThat(PathTemplate.parse("/users/{/v}").fill(event(value)))
        .isInstanceOf(Filled.Unfit.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "['a']", "1.5", "1e9"})
  void refusesWhatIsNoPlainValue(String json) {
    var event = Sample.request("e", "{'id':'7','attributes':{'x':" + json + "}}");
    assertThat(fill("/users/{/data/attributes/x}", event))
        .isInstanceOfSatisfying(
            Filled.Unfit.class,
            unfit -> assertThat(unfit.problem()).startsWith("/data/attributes/x is no "));
  }

  @Test
  void refusesAPathThatGrowsTooLong() {
    var many = "/" + "{/v}".repeat(5);
    assertThat(PathTemplate.parse(many).fill(event("x".repeat(500))))
        .isInstanceOf(Filled.Unfit.class);
    assertThat(PathTemplate.parse("/{/v}").fill(event("x".repeat(501))))
        .isInstanceOf(Filled.Unfit.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'id':'7'}", "{'id':'7','requester':null}", "{'id':'7','requester':{}}"})
  void asksForNothingWhereTheEventSaysNothing(String data) {
    assertThat(fill("/users/{/data/requester/id}", Sample.request("e", data)))
        .isInstanceOf(Filled.Nothing.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "users/{/data/id}|must start with a slash",
        "http://evil.example/{/data/id}|must start with a slash",
        "{/data/id}|must start with a slash",
        "``|must start with a slash",
        "//evil.example/{/data/id}|//",
        "/users//{/data/id}|//",
        "/users/../{/data/id}|dots",
        "/users/%2E%2e/{/data/id}|dots",
        "/./{/data/id}|dots",
        "/users/..|dots",
        "/users/{/data/id|without its }",
        "/users/{data/id}|JSON Pointers",
        "/users/{}|JSON Pointers",
        "/users/x#top|character",
        "/us ers|character",
        "/users\\..\\x|character",
        "/users/}|character",
        "/users/%zz|character"
      })
  void refusesTemplatesThatAreNoPath(String template, String problem) {
    assertThatThrownBy(() -> PathTemplate.parse(template))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }

  private static Filled fill(String template, Envelope event) {
    return PathTemplate.parse(template).fill(event);
  }
}
