package dev.patchbay.connectors.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.SettingFault;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3SettingsTest {
  private static final Map<String, String> AMAZON =
      Map.of("region", "eu-central-1", "bucket", "reports", "access-key-id", "AKID");

  @ParameterizedTest
  @CsvSource({
    "endpoint,https://user:word@store.example",
    "endpoint,https://store.example?a=b",
    "region,Frankfurt!",
    "region,''",
    "bucket,Reports",
    "bucket,a/b",
    "prefix,a//b",
    "prefix,../b",
    "prefix,.patchbay/a"
  })
  void namesASettingThatIsWrong(String name, String value) {
    assertThat(new S3Type().faults(with(name, value)))
        .extracting(SettingFault::setting)
        .containsExactly(name);
  }

  @Test
  void aPrefixLeavesRoomForPaths() {
    assertThat(new S3Type().faults(with("prefix", "ä".repeat(60)))).isEmpty();
    assertThat(new S3Type().faults(with("prefix", "ä".repeat(61))))
        .extracting(SettingFault::setting)
        .containsExactly("prefix");
  }

  @Test
  void amazonIsFoundByItsRegion() {
    assertThat(S3Settings.of(AMAZON))
        .isEqualTo(
            new S3Settings(
                URI.create("https://s3.eu-central-1.amazonaws.com"),
                "eu-central-1",
                "reports",
                "",
                false,
                "AKID"));
    assertThat(S3Settings.of(with("region", "cn-north-1")).endpoint())
        .isEqualTo(URI.create("https://s3.cn-north-1.amazonaws.com.cn"));
  }

  @Test
  void anotherServerNeedsNoRegionAndGetsTheBucketInThePath() {
    var settings = new HashMap<>(with("endpoint", "https://store.example"));
    settings.put("region", "");
    settings.put("prefix", "/exports/hub/");

    assertThat(new S3Type().faults(settings)).isEmpty();
    assertThat(S3Settings.of(settings))
        .isEqualTo(
            new S3Settings(
                URI.create("https://store.example"),
                "us-east-1",
                "reports",
                "exports/hub/",
                true,
                "AKID"));
  }

  private static Map<String, String> with(String name, String value) {
    var settings = new HashMap<>(AMAZON);
    settings.put(name, value);
    return settings;
  }
}
