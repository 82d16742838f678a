package dev.patchbay.intakes.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.intakes.redis.Entry.Field;
import dev.patchbay.spi.intake.RawEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntryFormatTest {
  private static final byte[] NO_TEXT = {(byte) 0xff, 0, 10, (byte) 0xfe};
  private final EntryFormat format = new EntryFormat("requests");

  @Test
  void takesTheFieldEventAsItIs() {
    var event = structured(new Field(bytes("event"), NO_TEXT), field("colour", "blue"));

    assertThat(event.position()).isEqualTo("requests@7-1");
    assertThat(event.body()).isEqualTo(NO_TEXT);
  }

  @Test
  void readsAttributesAndDataOfBinaryMode() {
    var event =
        binary(
            field("ce_id", "ä"),
            field("ce_specversion", "1.0"),
            new Field(bytes("data"), NO_TEXT),
            field("content-type", "image/png"),
            field("trace", "ignored"));

    assertThat(event.position()).isEqualTo("requests@7-1");
    assertThat(event.attributes()).isEqualTo(Map.of("id", "ä", "specversion", "1.0"));
    assertThat(event.data()).isEqualTo(NO_TEXT);
    assertThat(event.contentType()).isEqualTo("image/png");
  }

  @Test
  void needsNoDataAndNoContentType() {
    var event = binary(field("ce_id", "1"));

    assertThat(event.data()).isEmpty();
    assertThat(event.contentType()).isNull();
  }

  @Test
  void takesTheContentTypeFromItsAttributeIfThereIsNoField() {
    var event = binary(field("ce_id", "1"), field("ce_datacontenttype", "text/xml"));

    assertThat(event.attributes()).isEqualTo(Map.of("id", "1"));
    assertThat(event.contentType()).isEqualTo("text/xml");
  }

  @Test
  void takesTheLastOfFieldsWithOneName() {
    assertThat(binary(field("ce_id", "1"), field("ce_id", "2")).attributes())
        .isEqualTo(Map.of("id", "2"));
  }

  @Test
  void rendersAnEntryInNeitherForm() {
    var event = structured(field("colour", "blue"), new Field(bytes("raw"), NO_TEXT));

    var expected = new ArrayList<Byte>();
    for (byte b : bytes("colour=blue\nraw=")) {
      expected.add(b);
    }
    for (byte b : NO_TEXT) {
      expected.add(b);
    }
    expected.add((byte) '\n');
    assertThat(event.body()).containsExactly(expected.toArray(Byte[]::new));
  }

  @Test
  void neverMendsAnAttributeThatIsNoText() {
    var event = structured(field("ce_type", "t"), new Field(bytes("ce_id"), NO_TEXT));

    assertThat(new String(event.body(), StandardCharsets.ISO_8859_1))
        .startsWith("ce_type=t\nce_id=");
  }

  private RawEvent.Structured structured(Field... fields) {
    return (RawEvent.Structured) read(fields);
  }

  private RawEvent.Binary binary(Field... fields) {
    return (RawEvent.Binary) read(fields);
  }

  private RawEvent read(Field... fields) {
    return format.read(new Entry(StreamId.of("7-1"), List.of(fields)));
  }

  private static Field field(String name, String value) {
    return new Field(bytes(name), bytes(value));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
