package dev.patchbay.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"properties\":{\"sheetId\":\"x\"}}|Invalid value at 'properties.sheet_id' (TYPE_INT32), \"x\"",
        "{\"properties\":{\"sheetId\":1.5}}|Invalid value at 'properties.sheet_id' (TYPE_INT32), 1.5",
        "{\"properties\":{\"title\":5}}|Invalid value at 'properties.title' (TYPE_STRING), 5",
        "{\"properties\":{\"hidden\":\"x\"}}|Invalid value at 'properties.hidden' (TYPE_BOOL), \"x\"",
        "{\"properties\":[]}|Invalid value at 'properties' (type.googleapis.com/google.apps.sheets.v4.SheetProperties), []",
        "{\"properties\":{\"sheetType\":\"CUBE\"}}|Invalid value at 'properties.sheet_type' (type.googleapis.com/google.apps.sheets.v4.SheetType), \"CUBE\"",
        "{\"properties\":{\"x\":1}}|Invalid JSON payload received. Unknown name \"x\" at 'properties': Cannot find field.",
        "{\"x\":1}|Invalid JSON payload received. Unknown name \"x\": Cannot find field.",
        "[]|Invalid JSON payload received. Unknown name \"\": Root element must be a message."
      })
  void refusesWhatDoesNotFit(String body, String message) {
    assertThatThrownBy(() -> Schema.SHEETS.check("AddSheetRequest", Json.read(body)))
        .isInstanceOf(ApiError.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"properties\":{\"sheetId\":\"12\",\"hidden\":\"true\"}}",
        "{\"properties\":{\"sheet_id\":12}}",
        "{\"properties\":{\"sheetType\":\"GRID\"}}",
        "{\"properties\":{\"sheetType\":1}}",
        "{\"properties\":null}",
        "{}"
      })
  void takesWhatTheJsonOfProtobufAllows(String body) {
    assertThatCode(() -> Schema.SHEETS.check("AddSheetRequest", Json.read(body)))
        .doesNotThrowAnyException();
  }

  @Test
  void knowsPathsOfATypeUnderBothSpellings() {
    assertThat(Schema.SHEETS.has("CellData", "userEnteredFormat.textFormat.bold")).isTrue();
    assertThat(Schema.SHEETS.has("CellData", "user_entered_format.number_format")).isTrue();
    assertThat(Schema.SHEETS.has("CellData", "*")).isTrue();
    assertThat(Schema.SHEETS.has("CellData", "bold")).isFalse();
  }
}
