package dev.patchbay.core.event;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.core.event.ReadResult.Events;
import dev.patchbay.core.event.ReadResult.Kind;
import dev.patchbay.core.event.ReadResult.Unreadable;
import dev.patchbay.model.FieldError;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeReaderTest {
  private static final String HEAD =
      "{'specversion':'1.0','id':'1','source':'/requests','type':'request.created'";

  private final EnvelopeReader reader = new EnvelopeReader(EventLimits.DEFAULT);

  @Test
  void keepsEverythingInOneOrder() {
    var envelope =
        one(
            reader.structured(
                json(
                    "{'data':{'b':1.50,'a':[null,007e-2]},'traceparent':'00-a','type':'t',"
                            .replace("007e-2", "7e-2")
                        + "'id':'i','aext':true,'source':'s','specversion':'1.0','subject':null}")));
    assertThat(new String(envelope.payload(), UTF_8))
        .isEqualTo(
            text(
                "{'specversion':'1.0','id':'i','source':'s','type':'t','aext':true,"
                    + "'traceparent':'00-a','data':{'b':1.50,'a':[null,0.07]}}"));
    assertThat(envelope).extracting("source", "id", "type").containsExactly("s", "i", "t");
  }

  @Test
  void readsABatchInItsOrder() {
    var batch = "[" + HEAD + "}," + HEAD.replace("'id':'1'", "'id':'2'") + "}]";
    assertThat(reader.batch(json(batch)))
        .isInstanceOfSatisfying(
            Events.class,
            events -> assertThat(events.envelopes()).extracting("id").containsExactly("1", "2"));
    assertThat(reader.batch(json("[]"))).isEqualTo(new Events(List.of()));
  }

  @Test
  void readsHeadersDecodingPercentSigns() {
    var headers =
        Map.of(
            "CE-specversion",
            "1.0",
            "ce-id",
            "a%20b%C3%A9%",
            "ce-source",
            "\"/s\"",
            "ce-type",
            "t");
    var envelope = one(reader.binary(headers, json("{'id':'1'}"), "application/json"));
    assertThat(new String(envelope.payload(), UTF_8))
        .isEqualTo(
            text(
                "{'specversion':'1.0','id':'a bé%','source':'/s','type':'t',"
                    + "'datacontenttype':'application/json','data':{'id':'1'}}"));
  }

  @Test
  void givesOneDigestToOneFactByEveryWay() {
    var structured = HEAD + ",'time':'2026-01-01T00:00:00Z','sequence':7,'data':{'a':10,'b':'x'}}";
    var other =
        HEAD
            + ",'sequence':'7','traceparent':'00-1','datacontenttype':'application/json',"
            + "'time':'2026-01-01T00:00:00Z','data_base64':'"
            + Base64.getEncoder().encodeToString(json("{'b':'x','a':1.0e1}"))
            + "'}";
    var headers =
        Map.of(
            "ce-specversion", "1.0",
            "ce-id", "1",
            "ce-source", "/requests",
            "ce-type", "request.created",
            "ce-time", "2026-01-01T00:00:00Z",
            "ce-sequence", "7",
            "ce-tracestate", "z");
    var digest = one(reader.structured(json(structured))).digest();
    assertThat(one(reader.structured(json(other))).digest()).isEqualTo(digest);
    assertThat(one(reader.binary(headers, json(" {'b':'x','a':10} "), null)).digest())
        .isEqualTo(digest);
  }

  @Test
  void readsBackWhatWasStored() {
    var envelope = one(reader.structured(json(HEAD + ",'data':{'n':1E+2,'t':'ü😀'}}")));
    var stored = reader.stored(envelope.payload());
    assertThat(stored).usingRecursiveComparison().ignoringFields("digest").isEqualTo(envelope);
    assertThat(stored.digest()).isEmpty();
    assertThatThrownBy(() -> reader.stored(json("{'a'"))).hasMessage("a stored event is damaged");
  }

  @Test
  void keepsTextAsTextAndOtherBytesAsBase64() {
    var text = HEAD + ",'datacontenttype':'text/plain','data_base64':'aMOk'}";
    assertThat(one(reader.structured(json(text))).json().path("data").asText()).isEqualTo("hä");
    var bytes = HEAD + ",'datacontenttype':'image/png','data_base64':'/9j/'}";
    assertThat(one(reader.structured(json(bytes))).json().path("data_base64").asText())
        .isEqualTo("/9j/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|/specversion|is missing; CloudEvents 1.0 demands it",
        "HEAD,'specversion':'1.0'}|/specversion|is given twice; give every name of an object once",
        "HEAD,'data':{'a':{'b':1,'b':2}}}|/data/a/b|is given twice; give every name of an object"
            + " once",
        "HEAD,'Time':'x'}|/Time|is no attribute name; use lower-case letters and digits only",
        "HEAD,'time':'2026-01-01'}|/time|must be as in RFC 3339, for example 2026-01-31T08:15:00Z",
        "HEAD,'time':'2026-02-30T00:00:00Z'}|/time|must be as in RFC 3339, for example"
            + " 2026-01-31T08:15:00Z",
        "HEAD,'time':'2026-01-01T10:00Z'}|/time|must be as in RFC 3339, for example"
            + " 2026-01-31T08:15:00Z",
        "HEAD,'subject':''}|/subject|must not be empty; leave it out or give a value",
        "HEAD,'ext':{}}|/ext|must be text, an integer or a boolean",
        "HEAD,'subject':'a\\u0000'}|/subject|holds control characters or half of a surrogate pair",
        "HEAD,'subject':'\\ud800'}|/subject|holds control characters or half of a surrogate pair",
        "HEAD,'data':{'x':'\\ud800'}}|/data|holds half of a surrogate pair; send whole characters",
        "HEAD,'data':{'\\udc00':1}}|/data|is not valid JSON in UTF-8 at line 1, column 92",
        "HEAD,'data':1e400000000}|/data|holds a number out of range; send it as text",
        "HEAD,'data':-1e-400000000}|/data|holds a number out of range; send it as text",
        "HEAD,'data':1e99999999999}|/data|is a number out of range or a name too long",
        "HEAD,'data':NaN}|/data|is not valid JSON in UTF-8 at line 1, column 87",
        "HEAD,'data':1,'data_base64':'MQ=='}|/data_base64|stands beside data; give one of them",
        "HEAD,'data_base64':'?'}|/data_base64|is not base64 (RFC 4648)",
        "HEAD,'data_base64':'ew=='}|/data_base64|is not valid JSON in UTF-8 at line 1, column 2",
        "HEAD} {}|''|goes on after the event; send several as a batch",
        "[]|''|must be one CloudEvents event as a JSON object",
        "''|''|must be one CloudEvents event as a JSON object"
      })
  void refusesNamingTheField(String body, String field, String message) {
    assertThat(reader.structured(json(body.replace("HEAD", HEAD))))
        .isInstanceOfSatisfying(
            Unreadable.class,
            it -> assertThat(it.errors()).contains(new FieldError(field, message)));
  }

  @Test
  void refusesAWholeBatchForOneElement() {
    var batch = "[" + HEAD + "}," + HEAD + ",'time':7},8]";
    assertThat(reader.batch(json(batch)))
        .isEqualTo(
            malformed(
                new FieldError("/1/time", "must be text"),
                new FieldError("/2", "must be a CloudEvents event as a JSON object")));
  }

  @Test
  void refusesDepthBombs() {
    var bomb = HEAD + ",'data':" + "[".repeat(2_000_000);
    assertThat(reader.structured(json(bomb)))
        .isInstanceOfSatisfying(
            Unreadable.class,
            it ->
                assertThat(it.errors())
                    .extracting(FieldError::message)
                    .containsExactly("is nested deeper than 64 levels"));
  }

  @Test
  void refusesOtherEncodingsAndTakesAByteOrderMark() {
    var body = text(HEAD + "}");
    assertThat(reader.structured(body.getBytes(UTF_16))).isEqualTo(notUtf8());
    assertThat(reader.structured(body.getBytes(UTF_16LE))).isEqualTo(notUtf8());
    assertThat(one(reader.structured(("\uFEFF" + body).getBytes(UTF_8))).id()).isEqualTo("1");
    assertThat(reader.structured(new byte[] {'{', '"', (byte) 0xC3, '"', '}'}))
        .isInstanceOf(Unreadable.class);
  }

  @Test
  void refusesWhatIsTooLarge() {
    var small = new EnvelopeReader(new EventLimits(200, 1, 8));
    assertThat(small.structured(new byte[201])).extracting("kind").isEqualTo(Kind.TOO_LARGE);
    assertThat(small.binary(Map.of(), new byte[201], null))
        .extracting("kind")
        .isEqualTo(Kind.TOO_LARGE);
    assertThat(small.batch(json("[" + HEAD + "}," + HEAD + "}]")))
        .isEqualTo(
            new Unreadable(
                Kind.TOO_LARGE,
                List.of(new FieldError("", "holds more than 1 events; send them in parts"))));
  }

  @Test
  void namesTheHeaderAtFault() {
    assertThat(reader.binary(Map.of("ce-id", "1", "ce-specversion", "0.3"), json("{"), null))
        .isEqualTo(
            malformed(
                new FieldError("", "is not valid JSON in UTF-8 at line 1, column 2"),
                new FieldError("ce-source", "is missing; CloudEvents 1.0 demands it"),
                new FieldError("ce-type", "is missing; CloudEvents 1.0 demands it"),
                new FieldError("ce-specversion", "must be 1.0")));
  }

  private static Unreadable notUtf8() {
    return malformed(new FieldError("", "is not UTF-8; send JSON in UTF-8"));
  }

  private static Unreadable malformed(FieldError... errors) {
    return new Unreadable(Kind.MALFORMED, List.of(errors));
  }

  private static Envelope one(ReadResult result) {
    assertThat(result).isInstanceOf(Events.class);
    return ((Events) result).envelopes().getFirst();
  }

  private static byte[] json(String text) {
    return text(text).getBytes(UTF_8);
  }

  private static String text(String text) {
    return text.replace('\'', '"');
  }
}
