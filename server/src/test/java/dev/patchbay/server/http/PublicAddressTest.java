package dev.patchbay.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {
  @Test
  void leadsToTheApi() {
    assertThat(PublicAddress.of("https://hub.example.org:8443/patchbay/").api("exports/1/file"))
        .isEqualTo("https://hub.example.org:8443/patchbay/api/v1/integration/exports/1/file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hub.example.org",
        "ftp://hub.example.org",
        "https://user:secret@hub.example.org",
        "https://hub.example.org?x=1",
        "https://hub.example.org/#x",
        "https://hub example.org"
      })
  void saysWhatToWriteInstead(String text) {
    assertThatThrownBy(() -> PublicAddress.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https://hub.example.org");
  }
}
