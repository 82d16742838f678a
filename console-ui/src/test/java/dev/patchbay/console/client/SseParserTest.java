package dev.patchbay.console.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SseParserTest {
  private static List<SseParser.Message> parse(String text) {
    var parser = new SseParser();
    var messages = new ArrayList<SseParser.Message>();
    text.lines().map(parser::line).forEach(found -> found.ifPresent(messages::add));
    return messages;
  }

  @Test
  void gathersTheLinesOfAnEventUntilTheEmptyOne() {
    assertThat(parse("id: 7\nevent: counts\ndata: {\ndata: }\n\n"))
        .containsExactly(new SseParser.Message("counts", "{\n}", "7"));
  }

  @Test
  void commentsAndUnknownFieldsSayNothing() {
    assertThat(parse(": still here\nretry: 500\ncolour: red\n\n")).isEmpty();
  }

  @Test
  void theIdHoldsUntilAnotherOneComes() {
    assertThat(parse("id: 7\ndata: a\n\ndata:b\n\n"))
        .containsExactly(
            new SseParser.Message("message", "a", "7"), new SseParser.Message("message", "b", "7"));
  }

  @Test
  void anEventWithoutItsEmptyLineIsNotDispatched() {
    assertThat(parse("data: half")).isEmpty();
  }
}
