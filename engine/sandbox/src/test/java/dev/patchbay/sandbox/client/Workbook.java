package dev.patchbay.sandbox.client;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.services.sheets.v4.Sheets;
import com.google.api.services.sheets.v4.model.AppendValuesResponse;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetResponse;
import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.ExtendedValue;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.RowData;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import com.google.api.services.sheets.v4.model.UpdateValuesResponse;
import com.google.api.services.sheets.v4.model.ValueRange;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * A new spreadsheet behind the official client, and the few calls that most tests make. One sandbox
 * serves all tests of the JVM, which ends it.
 */
record Workbook(Sheets.Spreadsheets api, String id) {

  static final Sandbox SANDBOX =
      Sandbox.start(SandboxOptions.inMemory().withoutQuota().withAcceptedToken("standing"));
  static final GoogleClients GOOGLE = GoogleClients.of(SANDBOX);

  private static final Sheets SHEETS = GOOGLE.sheets();

  static Workbook create() throws IOException {
    var api = SHEETS.spreadsheets();
    return new Workbook(api, api.create(new Spreadsheet()).execute().getSpreadsheetId());
  }

  List<List<Object>> read(String range) throws IOException {
    return rows(api.values().get(id, range).execute());
  }

  List<List<Object>> read(String range, String render) throws IOException {
    return rows(api.values().get(id, range).setValueRenderOption(render).execute());
  }

  private static List<List<Object>> rows(ValueRange range) {
    return range.getValues() == null ? List.of() : range.getValues();
  }

  UpdateValuesResponse raw(String range, List<?>... rows) throws IOException {
    return write(range, "RAW", rows);
  }

  UpdateValuesResponse typed(String range, List<?>... rows) throws IOException {
    return write(range, "USER_ENTERED", rows);
  }

  private UpdateValuesResponse write(String range, String option, List<?>... rows)
      throws IOException {
    return api.values().update(id, range, values(rows)).setValueInputOption(option).execute();
  }

  AppendValuesResponse append(String range, List<?>... rows) throws IOException {
    return api.values().append(id, range, values(rows)).setValueInputOption("RAW").execute();
  }

  BatchUpdateSpreadsheetResponse batch(Request... requests) throws IOException {
    var batch = new BatchUpdateSpreadsheetRequest().setRequests(List.of(requests));
    return api.batchUpdate(id, batch).execute();
  }

  static ValueRange values(List<?>... rows) {
    return new ValueRange()
        .setValues(Arrays.stream(rows).<List<Object>>map(row -> List.copyOf(row)).toList());
  }

  /** A row of texts as CellData. */
  static RowData cells(String... texts) {
    return new RowData()
        .setValues(
            Arrays.stream(texts)
                .map(t -> new CellData().setUserEnteredValue(new ExtendedValue().setStringValue(t)))
                .toList());
  }

  /** The status and the message with which Google refuses a call. */
  static String refusal(ThrowingCallable call) {
    var refused = Assertions.catchThrowableOfType(GoogleJsonResponseException.class, call);
    return refused.getStatusCode() + " " + refused.getDetails().getMessage();
  }
}
