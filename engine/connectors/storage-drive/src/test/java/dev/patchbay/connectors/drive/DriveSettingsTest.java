package dev.patchbay.connectors.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.SettingFault;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DriveSettingsTest {
  private static final String ID = "1aBcD-_efGhIjKlMnOpQrStUvWxYz012345";

  @ParameterizedTest
  @ValueSource(
      strings = {
        ID,
        "https://drive.google.com/drive/folders/" + ID,
        " https://drive.google.com/drive/u/0/folders/" + ID + "?usp=drive_link "
      })
  void readsTheIdOutOfAnAddress(String folder) {
    assertThat(new DriveType().faults(Map.of("folder", folder))).isEmpty();
    assertThat(DriveSettings.of(Map.of("folder", folder)).folder()).isEqualTo(ID);
  }

  @ParameterizedTest
  @CsvSource({
    "folder, Reports of 2026",
    "folder, https://drive.example/folders/1aBcDefG",
    "folder, 1a' in parents or '1b",
    "root-url, http://drive.example/",
    "root-url, https://user:word@drive.example/",
    "token-url, http://token.example/"
  })
  void namesASettingThatIsWrong(String name, String value) {
    var settings = new HashMap<>(Map.of("folder", ID));
    settings.put(name, value);

    assertThat(new DriveType().faults(settings))
        .extracting(SettingFault::setting)
        .containsExactly(name);
  }
}
