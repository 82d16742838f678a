package dev.patchbay.intakes.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.intake.RawEvent;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordFormatTest {
  private static final String POSITION = "orders-3@1207";
  private static final byte[] VALUE = "{\"specversion\":\"1.0\"}".getBytes(UTF_8);

  private final Headers headers = new RecordHeaders();

  @Test
  void readsStructuredModeByItsContentType() {
    header("content-type", "Application/CloudEvents+JSON; charset=UTF-8");
    header("ce_specversion", "1.0");

    assertThat(read(VALUE)).isEqualTo(new RawEvent.Structured(POSITION, VALUE));
  }

  @Test
  void readsBinaryModeByItsAttributes() {
    header("ce_specversion", "1.0");
    header("ce_id", "bestellung-ä");
    header("ce_partitionkey", "7");
    header("content-type", "application/json");
    header("traceparent", "00-1");

    assertThat(read(VALUE))
        .isEqualTo(
            new RawEvent.Binary(
                POSITION,
                Map.of("specversion", "1.0", "id", "bestellung-ä", "partitionkey", "7"),
                VALUE,
                "application/json"));
  }

  @Test
  void readsBinaryModeWithoutContentType() {
    header("ce_specversion", "1.0");

    assertThat(read(VALUE))
        .isEqualTo(new RawEvent.Binary(POSITION, Map.of("specversion", "1.0"), VALUE, null));
  }

  @Test
  void takesTheTypeOfTheDataFromItsAttributeIfThereIsNoHeader() {
    header("ce_specversion", "1.0");
    header("ce_datacontenttype", "text/plain");

    assertThat(read(VALUE))
        .isEqualTo(
            new RawEvent.Binary(POSITION, Map.of("specversion", "1.0"), VALUE, "text/plain"));
  }

  @Test
  void readsARecordWithoutHeadersAsStructured() {
    assertThat(read(VALUE)).isEqualTo(new RawEvent.Structured(POSITION, VALUE));
  }

  @Test
  void readsATombstoneAsAnEmptyBody() {
    assertThat(((RawEvent.Structured) read(null)).body()).isEmpty();
  }

  @Test
  void readsAnEventWithoutDataInBinaryMode() {
    header("ce_specversion", "1.0");

    var event = (RawEvent.Binary) read(null);

    assertThat(event.attributes()).isEqualTo(Map.of("specversion", "1.0"));
    assertThat(event.data()).isEmpty();
  }

  @Test
  void takesTheLastOfTwoHeadersAndNoneWithoutValue() {
    header("ce_specversion", "0.3");
    header("ce_specversion", "1.0");
    headers.add("ce_subject", null);

    assertThat(((RawEvent.Binary) read(VALUE)).attributes())
        .isEqualTo(Map.of("specversion", "1.0"));
  }

  @Test
  void leavesAttributesThatAreNoTextToBePutAside() {
    header("ce_specversion", "1.0");
    headers.add("ce_id", new byte[] {(byte) 0xC3});

    assertThat(read(VALUE)).isEqualTo(new RawEvent.Structured(POSITION, VALUE));
  }

  @Test
  void keepsAReplacementCharacterThatWasSent() {
    header("ce_specversion", "1.0");
    header("ce_id", "\uFFFD");

    assertThat(((RawEvent.Binary) read(VALUE)).attributes()).containsEntry("id", "\uFFFD");
  }

  private void header(String key, String text) {
    headers.add(key, text.getBytes(UTF_8));
  }

  private RawEvent read(byte @Nullable [] value) {
    return RecordFormat.read(
        new ConsumerRecord<>(
            "orders",
            3,
            1207,
            0,
            TimestampType.CREATE_TIME,
            0,
            0,
            "key".getBytes(UTF_8),
            value,
            headers,
            Optional.empty()));
  }
}
