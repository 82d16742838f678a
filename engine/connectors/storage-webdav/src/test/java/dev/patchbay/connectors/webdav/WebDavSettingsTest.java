package dev.patchbay.connectors.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.SettingFault;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebDavSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "url,https://hub:word@cloud.example/dav",
    "url,https://cloud.example/dav?a=b",
    "url,http://cloud.example/dav",
    "user,a:b"
  })
  void namesASettingThatIsWrong(String name, String value) {
    var settings = Map.of("url", "https://cloud.example/dav");
    var wrong =
        name.equals("url") ? Map.of(name, value) : Map.of("url", settings.get("url"), name, value);

    assertThat(new WebDavType().faults(wrong))
        .extracting(SettingFault::setting)
        .containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://cloud.example/dav", "http://127.0.0.1:8080/dav", "http://[::1]/dav"})
  void takesAnAddressThatNobodyElseReads(String url) {
    assertThat(new WebDavType().faults(Map.of("url", url))).isEmpty();
  }

  @Test
  void namesAreEncodedAsOneSegmentEach() {
    var settings = WebDavSettings.of(Map.of("url", "https://cloud.example/dav//"));

    assertThat(settings.at(List.of("a b", "ä+*~%2F.csv")))
        .isEqualTo(URI.create("https://cloud.example/dav//a%20b/%C3%A4%2B%2A%7E%252F.csv"));
  }
}
