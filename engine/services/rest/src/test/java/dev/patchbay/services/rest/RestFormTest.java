package dev.patchbay.services.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.services.rest.RestSettings.Access;
import dev.patchbay.spi.Setting;
import dev.patchbay.spi.SettingFault;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestFormTest {
  private static final Map<String, String> FULL =
      Map.of(
          "url", "https://users.example.org/api/",
          "authentication", "client-credentials",
          "tokenUrl", "https://auth.example.org/oauth2/token",
          "clientId", "patchbay",
          "scope", "users:read requests:read",
          "timeout", "30");

  @Test
  void readsWhatIsWritten() {
    assertThat(RestForm.faults(FULL)).isEmpty();
    assertThat(RestSettings.of(FULL))
        .isEqualTo(
            new RestSettings(
                URI.create("https://users.example.org/api"),
                new Access.ClientCredentials(
                    URI.create("https://auth.example.org/oauth2/token"),
                    "patchbay",
                    Optional.of("users:read requests:read")),
                Duration.ofSeconds(30)));
  }

  @Test
  void needsNothingButTheAddress() {
    var settings = Map.of("url", "http://localhost:8080", "authentication", " ", "timeout", "");

    assertThat(RestForm.faults(settings)).isEmpty();
    assertThat(RestSettings.of(settings))
        .isEqualTo(
            new RestSettings(
                URI.create("http://localhost:8080"), new Access.None(), Duration.ofSeconds(5)));
    assertThat(RestSettings.of(settings).root()).hasToString("http://localhost:8080/");
  }

  @ParameterizedTest
  @CsvSource({
    "url, ftp://x.example/",
    "url, users.example.org",
    "url, https://",
    "url, https:///api",
    "url, https://user:pass@x.example/",
    "url, https://x.example:0/",
    "url, https://x.example:99999/",
    "url, https://x.example/?a=b",
    "url, https://x.example/#a",
    "url, https://x.example/a b",
    "authentication, basic",
    "tokenUrl, ''",
    "tokenUrl, auth.example.org",
    "clientId, ' '",
    "scope, a  b",
    "scope, 'a\"b'",
    "timeout, 0",
    "timeout, 31",
    "timeout, 1.5",
    "timeout, five",
    "timeout, -1",
    "timeout, 99999999999"
  })
  void namesTheSettingThatCannotBeUsed(String setting, String value) {
    var settings = new HashMap<>(FULL);
    settings.put(setting, value);

    assertThat(RestForm.faults(settings))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.setting()).isEqualTo(setting);
              assertThat(fault.message()).matches("(Write|It|This|User|A port) .*\\.");
            });
    assertThatThrownBy(() -> RestSettings.of(settings))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tellsNothingOfAPasswordInAnAddress() {
    var fault = RestForm.faults(Map.of("url", "https://user:pass word@x.example/"));

    assertThat(fault).extracting(SettingFault::message).noneMatch(it -> it.contains("pass word"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "bearer"})
  void looksAtNoSettingThatIsNotNeeded(String authentication) {
    var settings = new HashMap<>(FULL);
    settings.put("authentication", authentication);
    settings.put("tokenUrl", "nonsense");

    assertThat(RestForm.faults(settings)).isEmpty();
  }

  @Test
  void marksItsSecrets() {
    assertThat(RestForm.settings())
        .filteredOn(Setting::secret)
        .extracting(Setting::name)
        .containsExactly("token", "clientSecret");
    assertThat(RestForm.settings())
        .filteredOn(Setting::required)
        .extracting(Setting::name)
        .containsExactly("url");
  }
}
