package dev.patchbay.intakes.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.spi.Setting;
import dev.patchbay.spi.intake.IntakeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {

  @Test
  void isFoundByItsName() {
    var types = ServiceLoader.load(IntakeType.class).stream().map(ServiceLoader.Provider::get);

    assertThat(types)
        .extracting(IntakeType::name, IntakeType::label)
        .containsExactly(tuple("kafka", "Apache Kafka"));
  }

  @Test
  void hasDefaultsForAllButAddressesAndTopics() {
    var settings = KafkaSettings.of(Map.of("bootstrap-servers", "a:1, b:2,", "topics", "t,u,t"));

    assertThat(settings)
        .isEqualTo(
            new KafkaSettings(
                new Access(
                    List.of("a:1", "b:2"),
                    "PLAINTEXT",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                List.of("t", "u"),
                "patchbay",
                Optional.empty(),
                Optional.empty(),
                2_000));
  }

  @Test
  void asksForAddressesAndTopicsAndKeepsOnlyThePasswordSecret() {
    var form = new KafkaIntakeType().settings();

    assertThat(form)
        .filteredOn(Setting::required)
        .extracting(Setting::name)
        .containsExactly("bootstrap-servers", "topics");
    assertThat(form)
        .filteredOn(Setting::secret)
        .extracting(Setting::name)
        .containsExactly("password");
  }
}
