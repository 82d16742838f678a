package dev.patchbay.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventVersionTest {
  private final EnvelopeReader reader = new EnvelopeReader(EventLimits.DEFAULT);

  @Test
  void ordersArrivalBelowTimeBelowVersionBelowSequence() {
    var ordered =
        List.of(
            version("{}", 9),
            version("{'time':'2026-01-01T12:00:00+02:00'}", 3),
            version("{'time':'2026-01-01T10:00:00Z'}", 4),
            version("{'time':'2026-01-01T10:00:00.001Z'}", 1),
            version("{'data':{'version':9}}", 1),
            version("{'data':{'version':10.5}}", 1),
            version("{'data':{'version':'11'}}", 1),
            version("{'data':{'version':'v2'},'time':'2030-01-01T10:00:00Z'}", 1),
            version("{'sequence':'0'}", 1),
            version("{'sequence':'0'}", 2),
            version("{'sequence':12,'data':{'version':99}}", 1),
            version("{'sequence':'1e9'}", 1));
    assertThat(ordered).isSorted();
    assertThat(ordered).doesNotHaveDuplicates();
  }

  private EventVersion version(String members, long arrival) {
    var head = "{'specversion':'1.0','id':'1','source':'s','type':'t',";
    var body = members.equals("{}") ? head.replaceAll(",$", "}") : head + members.substring(1);
    return EventVersion.of(
        reader.stored(body.replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        arrival);
  }
}
