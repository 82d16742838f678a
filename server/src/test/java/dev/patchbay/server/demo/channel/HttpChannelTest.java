package dev.patchbay.server.demo.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HttpChannelTest {
  @Test
  void sendsAJsonArray() {
    var events = Stream.of("{\"a\":1}", "{\"b\":2}").map(HttpChannelTest::bytes).toList();

    assertThat(HttpChannel.batch(events)).isEqualTo(bytes("[{\"a\":1},{\"b\":2}]"));
    assertThat(HttpChannel.batch(List.of(bytes("{}")))).isEqualTo(bytes("[{}]"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
