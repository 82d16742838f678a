package dev.patchbay.server.issuing.setup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.patchbay.server.issuing.CountingFinisher;
import dev.patchbay.server.signature.PdfFinisher.Opening;
import dev.patchbay.server.signature.PdfFinisher.Rehearsal;
import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Setting;
import dev.patchbay.spi.SettingFault;
import dev.patchbay.spi.UnreadableSecretException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Settings that say how PDF files are stamped and signed. */
class PdfFinishTest {
  private static final StampPlan.Values VALUES =
      new StampPlan.Values("12-1-x", "r/1 & {page}", "2026-03-31");
  private static final Map<String, String> SECRETS =
      Map.of("signing-key", encoded("a key"), "signing-password", "opens it");

  private final CountingFinisher finisher = new CountingFinisher();

  private static String encoded(String text) {
    return Base64.getMimeEncoder(4, new byte[] {'\n'}).encodeToString(text.getBytes(UTF_8));
  }

  private SigningKey key(Map<String, String> secrets, Instant now) {
    return new SigningKey(name -> Optional.ofNullable(secrets.get(name)), finisher, () -> now);
  }

  private PdfFinish finish(Map<String, String> settings) {
    return PdfFinish.of(settings, key(SECRETS, Instant.EPOCH));
  }

  private Map<String, String> faults(Map<String, String> settings) {
    return PdfFinish.faults(settings, finisher).stream()
        .collect(Collectors.toMap(SettingFault::setting, SettingFault::message));
  }

  @Test
  void eachDocumentHasStampsOfItsOwn() {
    var stamps =
        """
        [{"$type": "Text", "text": "{key} of {date}"},
         {"$type": "PageNumbers", "text": "{document}: {page} of {pages}"},
         {"$type": "QrCode", "link": "https://hub.example/{document}?key={key}", "width": 20}]
        """;

    var done = finish(Map.of("stamps", stamps)).of(VALUES).orElseThrow();

    assertThat(done.signature()).isEmpty();
    assertThat(done.stamps().orElseThrow())
        .extracting(stamp -> stamp.path("text").asText(stamp.path("link").asText()))
        .containsExactly(
            "r/1 & {page} of 2026-03-31",
            "12-1-x: {page} of {pages}",
            "https://hub.example/12-1-x?key=r%2F1%20%26%20%7Bpage%7D");
  }

  @Test
  void aSignatureHasItsKeyAndNobodySeesIt() {
    var settings =
        Map.of(
            "sign", "t",
            "sign-tsa", "https://time.example/tsa",
            "sign-visible", "top-right",
            "sign-reason", "Approved");

    var done = finish(settings).of(VALUES).orElseThrow();

    var order = done.signature().orElseThrow();
    assertThat(order.at("/level").asText()).isEqualTo("T");
    assertThat(order.at("/authority/url").asText()).isEqualTo("https://time.example/tsa");
    assertThat(order.at("/mark/place/at").asText()).isEqualTo("TOP_RIGHT");
    assertThat(order.at("/reason").asText()).isEqualTo("Approved");
    assertThat(order.at("/key/content").asText()).isEqualTo("YSBrZXk=");
    assertThat(order.at("/key/password").asText()).isEqualTo("opens it");
    assertThat(done.toString()).doesNotContain("opens it", "YSBrZXk=");
  }

  @Test
  void nothingIsDoneWithoutSettings() {
    assertThat(finish(Map.of()).isNone()).isTrue();
    assertThat(finish(Map.of()).of(VALUES)).isEmpty();
    assertThat(faults(Map.of())).isEmpty();
  }

  @Test
  void whatIsWrongIsNamedByItsSetting() {
    assertThat(faults(Map.of("sign", "LT")))
        .containsExactly(entry("sign", "must be B or T, or empty"));
    assertThat(faults(Map.of("sign", "T"))).containsOnlyKeys("sign-tsa");
    assertThat(faults(Map.of("sign", "T", "sign-tsa", "https://me:secret@time.example/tsa")))
        .containsOnlyKeys("sign-tsa");
    assertThat(PdfFinish.form())
        .as("whose form refuses what is no web address")
        .filteredOn(setting -> setting.kind() == Setting.Kind.URI)
        .extracting(Setting::name)
        .containsExactly("sign-tsa");
    assertThat(faults(Map.of("sign", "B", "sign-visible", "somewhere")))
        .containsOnlyKeys("sign-visible");
    assertThat(faults(Map.of("sign", "B", "sign-reason", "x".repeat(201))))
        .containsOnlyKeys("sign-reason");
    assertThat(faults(Map.of("sign-reason", "Approved"))).containsOnlyKeys("sign-reason");
  }

  @Test
  void whatIsWrongWithStampsIsNamedByItsField() {
    assertThat(faults(Map.of("stamps", "[\n{")))
        .containsExactly(entry("stamps", "is no JSON: see line 2, column 2"));
    assertThat(faults(Map.of("stamps", "[".repeat(5_000))))
        .containsExactly(entry("stamps", "is nested too deep, or holds too long a number or text"));
    assertThat(faults(Map.of("stamps", "[{\"$type\":\"Text\",\"text\":\"{kye}\"}]")))
        .containsExactly(
            entry(
                "stamps",
                "stamps[0].text has no placeholder {kye}; there are date, document, key"));
    finisher.rehearsal(new Rehearsal.Faulty("stamps[0].at must be a place"));
    assertThat(faults(Map.of("stamps", "[{}]")))
        .containsExactly(entry("stamps", "stamps[0].at must be a place"));
  }

  @Test
  void aKeyThatIsMissingOrMisspeltIsSaidWithoutShowingIt() {
    var secrets = new HashMap<String, String>();
    assertThatThrownBy(() -> key(secrets, Instant.EPOCH).order())
        .hasMessageContaining("has no secret 'signing-key'");
    secrets.put("signing-key", "no Base64!");
    assertThatThrownBy(() -> key(secrets, Instant.EPOCH).order())
        .hasMessageContaining("'signing-key' is no Base64")
        .hasMessageNotContaining("!")
        .hasNoCause();
    var unreadable =
        new SigningKey(
            name -> {
              throw new UnreadableSecretException(name, new IllegalStateException());
            },
            finisher,
            () -> Instant.EPOCH);
    assertThat(unreadable.check().message()).contains("'signing-key' does not open");
  }

  @Test
  void aCheckTellsWhoseTheKeyIsAndWhenItIsOver() {
    var before = CountingFinisher.UNTIL.minus(Duration.ofDays(31));
    assertThat(key(SECRETS, before).check())
        .isEqualTo(
            new CheckReport.Step("signing-key", true, "Signs as Ann Example, until 2026-06-30."));
    assertThat(key(SECRETS, before.plus(Duration.ofDays(2))).check())
        .isEqualTo(
            new CheckReport.Step(
                "signing-key",
                true,
                "Signs as Ann Example, but only until 2026-06-30, which is in 29 days: get a new"
                    + " certificate and enter it."));

    finisher.opening(new Opening.Refused("the certificate of the key has expired"));
    assertThat(List.of(key(SECRETS, before).check()))
        .containsExactly(
            new CheckReport.Step("signing-key", false, "the certificate of the key has expired"));
  }
}
