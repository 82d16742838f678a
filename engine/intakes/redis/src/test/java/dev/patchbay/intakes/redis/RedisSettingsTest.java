package dev.patchbay.intakes.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.Setting;
import dev.patchbay.spi.SettingFault;
import dev.patchbay.spi.intake.IntakeType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisSettingsTest {
  private static final Map<String, String> LEAST =
      Map.of("url", "redis://redis.example.org", "stream", "requests");
  private final IntakeType type = new RedisIntakeType();

  @Test
  void isFoundByTheHub() {
    assertThat(ServiceLoader.load(IntakeType.class).stream().map(found -> found.get().name()))
        .containsExactly("redis");
  }

  @Test
  void asksForTheAddressAndTheStreamAndKeepsThePasswordSecret() {
    assertThat(type.settings().stream().filter(Setting::required).map(Setting::name))
        .containsExactly("url", "stream");
    assertThat(type.settings().stream().filter(Setting::secret).map(Setting::name))
        .containsExactly("password");
  }

  @Test
  void hasDefaultsForTheRest() {
    assertThat(type.faults(LEAST)).isEmpty();
    assertThat(RedisSettings.of(LEAST))
        .isEqualTo(
            new RedisSettings(
                new RedisAddress("redis.example.org", 6379, 0, false),
                "requests",
                "patchbay",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(60),
                2_000));
  }

  @Test
  void readsAllThatIsWritten() {
    var settings = new HashMap<>(LEAST);
    settings.putAll(
        Map.of(
            "url", " rediss://10.0.0.7:6380/3 ",
            "group", "hub",
            "user", "reader",
            "refused-stream", "refused",
            "result-stream", "results",
            "claim-after", "5",
            "batch", "1000"));

    assertThat(type.faults(settings)).isEmpty();
    assertThat(RedisSettings.of(settings))
        .isEqualTo(
            new RedisSettings(
                new RedisAddress("10.0.0.7", 6380, 3, true),
                "requests",
                "hub",
                Optional.of("reader"),
                Optional.of("refused"),
                Optional.of("results"),
                Duration.ofSeconds(5),
                1_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis.example.org:6379",
        "http://redis.example.org",
        "redis://",
        "redis://a b",
        "redis://host:99999",
        "redis://host/one",
        "redis://host/1/2",
        "redis://host?db=1",
        "redis://:secret@host",
        "not an address with secret",
      })
  void namesAnAddressThatCannotBeUsed(String url) {
    var faults = faultsWith("url", url);

    assertThat(faults).extracting(SettingFault::setting).containsExactly("url");
    assertThat(faults.getFirst().message()).contains("redis://").doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({"batch,0", "batch,2001", "batch,many", "claim-after,0", "claim-after,-1"})
  void namesANumberThatCannotBeUsed(String setting, String value) {
    var faults = faultsWith(setting, value);

    assertThat(faults).extracting(SettingFault::setting).containsExactly(setting);
    assertThat(faults.getFirst().message()).startsWith("Write a whole number from 1 to ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"refused-stream", "result-stream"})
  void namesAStreamToWriteToThatIsTheStreamItself(String setting) {
    assertThat(faultsWith(setting, " requests"))
        .extracting(SettingFault::setting)
        .containsExactly(setting);
  }

  private List<SettingFault> faultsWith(String setting, String value) {
    var settings = new HashMap<>(LEAST);
    settings.put(setting, value);
    return type.faults(settings);
  }
}
