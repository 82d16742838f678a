package dev.patchbay.core.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.event.EnvelopeReader;
import dev.patchbay.core.event.EventLimits;
import dev.patchbay.core.event.ReadResult;
import dev.patchbay.core.event.Sample;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResultEventsTest {
  private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
  private static final EnvelopeReader READER = new EnvelopeReader(EventLimits.DEFAULT);
  private final ResultEvents results = new ResultEvents(READER);

  @Test
  void tellsOfADeliveryAsACloudEventWithoutAnyDataOfItsEvent() {
    var event = Sample.request("4711-3", "{'id':'4711','name':'Ada Lovelace'}");

    var sent = results.event(failed(event.payload()));

    assertThat(sent.id()).isEqualTo(ID.toString());
    assertThat(sent.key()).isEqualTo("4711");
    assertThat(new String(sent.json(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"specversion":"1.0","id":"0198c0de-0000-7000-8000-000000000001","source":"/patchbay",\
            "type":"integration.delivery.failed","subject":"7-12-e","time":"2026-01-31T08:15:00.250Z",\
            "datacontenttype":"application/json","data":{"delivery":"7-12-e","event":{\
            "source":"/requests","id":"4711-3","type":"request.created"},"route":"board",\
            "connector":"sheets","key":"4711","tries":3,"cause":"\\"Größe\\" is no number"}}\
            """);
    assertThat(read(sent.json())).extracting(Envelope::type).isEqualTo(ResultEvents.FAILED);
  }

  @Test
  void namesTheSubjectOfAnEventThatHasOne() {
    var event =
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/r\",\"type\":\"t\",\"subject\":\"s 1\"}";

    assertThat(identity(event))
        .isEqualTo("{\"source\":\"/r\",\"id\":\"1\",\"type\":\"t\",\"subject\":\"s 1\"}");
  }

  @Test
  void tellsOfADeliveryWhoseEventIsDamagedOrGone() {
    assertThat(identity("{\"id\":")).isEqualTo("{}");
    assertThat(identity("")).isEqualTo("{}");
  }

  private String identity(String event) {
    var sent = results.event(failed(event.getBytes(StandardCharsets.UTF_8)));
    return read(sent.json()).json().at("/data/event").toString();
  }

  private static Envelope read(byte[] json) {
    return ((ReadResult.Events) READER.structured(json)).envelopes().getFirst();
  }

  private static FailedDelivery failed(byte[] event) {
    return new FailedDelivery(
        ID,
        "7-12-e",
        event,
        "board",
        "sheets",
        "4711",
        3,
        "\"Größe\" is no number",
        Instant.parse("2026-01-31T08:15:00.250Z"));
  }
}
