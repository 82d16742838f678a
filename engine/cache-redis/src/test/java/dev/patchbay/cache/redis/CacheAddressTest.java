package dev.patchbay.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheAddressTest {
  @Test
  void readsUserPasswordAndDatabase() {
    var address = CacheAddress.of("rediss://ada:s3cret@cache.example.org:6380/2");
    var config = address.config(100);
    assertThat(address).hasToString("cache.example.org:6380");
    assertThat(config.getUser()).isEqualTo("ada");
    assertThat(config.getPassword()).isEqualTo("s3cret");
    assertThat(config.getDatabase()).isEqualTo(2);
    assertThat(config.getSslOptions()).isNotNull();
    assertThat(CacheAddress.of("redis://:pw@h").config(100).getPassword()).isEqualTo("pw");
    assertThat(CacheAddress.of("redis://h")).hasToString("h:6379");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://ada:s3cret@h:1",
        "redis://ada:s3cret@",
        "redis://ada:s3cret@h:1/x",
        "redis://ada:s3cret@h:1/0?a=b",
        "redis:s3cret",
        "s3cret",
        "redis://ada:s3 cret@h"
      })
  void refusesOthersWithoutRepeatingThem(String text) {
    assertThatThrownBy(() -> CacheAddress.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("redis://")
        .satisfies(fault -> assertThat(fault.toString()).doesNotContain("s3cret", "s3 cret"))
        .hasNoCause();
  }
}
