package dev.patchbay.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
  @Test
  void itsTextReadsBackAndItsNameHidesTheSecret() {
    var key = ApiKey.random();
    assertThat(ApiKey.parse(key.text())).contains(key);
    assertThat(key.toString()).contains(key.id()).doesNotContain(key.secret());
    assertThat(ApiKey.random()).isNotEqualTo(key);
  }

  @Test
  void aSecretMayHoldTheSeparator() {
    assertThat(ApiKey.parse("pb_1_a_b")).contains(new ApiKey("1", "a_b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pb", "pb_", "pb_1", "pb_1_", "pb__s", "xx_1_s"})
  void whatIsNoKeyIsNone(String text) {
    assertThat(ApiKey.parse(text)).isEmpty();
  }

  @Test
  void whatIsTooLongForAKeyIsNone() {
    assertThat(ApiKey.parse("pb_1_" + "x".repeat(200))).isEmpty();
  }

  @Test
  void onlyTheSecretBehindAHashMatchesIt() {
    var key = new ApiKey("1", "abc");
    assertThat(HexFormat.of().formatHex(key.hash()))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(key.matches(new ApiKey("2", "abc").hash())).isTrue();
    assertThat(key.matches(new ApiKey("1", "abd").hash())).isFalse();
    assertThat(key.matches(new byte[0])).isFalse();
  }
}
