package dev.patchbay.connectors.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.spi.Target;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceTest {
  private static final String ID = "1Sle_EDNRq8PsQGzmskqQWIGnUT4epR-d9A-9gaJsrrQ";

  @Test
  void takesTheAddressOfASpreadsheetForItsId() {
    var url = "https://docs.google.com/spreadsheets/d/" + ID + "/edit?gid=0#gid=0";

    assertThat(place(url, "Requests")).isEqualTo(new Place(ID, "Requests"));
  }

  @Test
  void isTheSamePlaceHoweverItIsWritten() {
    var type = new GoogleSheetsType();
    var url = "https://docs.google.com/spreadsheets/d/" + ID + "/edit";

    assertThat(type.targetIdentity(target(url, " requests ")))
        .isEqualTo(type.targetIdentity(target(ID, "Requests")))
        .isEqualTo(ID + "/requests");
  }

  @Test
  void namesTheSettingThatIsMissingOrMalformed() {
    assertThatThrownBy(() -> Place.of(new Target(Map.of("spreadsheet", ID))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'tab'");
    assertThatThrownBy(() -> place("https://example.org/x", "Requests"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'spreadsheet'");
  }

  private static Place place(String spreadsheet, String tab) {
    return Place.of(target(spreadsheet, tab));
  }

  private static Target target(String spreadsheet, String tab) {
    return new Target(Map.of("spreadsheet", spreadsheet, "tab", tab));
  }
}
