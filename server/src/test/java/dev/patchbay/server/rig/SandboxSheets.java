package dev.patchbay.server.rig;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.sheets.v4.Sheets;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.DeleteDimensionRequest;
import com.google.api.services.sheets.v4.model.DimensionRange;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.Sheet;
import com.google.api.services.sheets.v4.model.SheetProperties;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import com.google.api.services.sheets.v4.model.SpreadsheetProperties;
import com.google.api.services.sheets.v4.model.UpdateSpreadsheetPropertiesRequest;
import com.google.api.services.sheets.v4.model.ValueRange;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.ServiceAccountCredentials;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** The Google sandbox, and a person who looks into its sheets through the official client. */
public final class SandboxSheets implements AutoCloseable {
  private final Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory().withoutQuota());
  private final Sheets sheets = client(sandbox);

  /** Root of its APIs. */
  public URI uri() {
    return sandbox.uri().resolve("/");
  }

  /** Key file of a service account that may edit everything. */
  public String serviceAccountKey() {
    return sandbox.serviceAccountKey();
  }

  /** Id of a new spreadsheet. */
  public String create() {
    try {
      var title = new SpreadsheetProperties().setTitle("Service requests");
      return sheets
          .spreadsheets()
          .create(new Spreadsheet().setProperties(title))
          .execute()
          .getSpreadsheetId();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Gives a spreadsheet another title. */
  public void rename(String spreadsheet, String title) {
    var change =
        new UpdateSpreadsheetPropertiesRequest()
            .setProperties(new SpreadsheetProperties().setTitle(title))
            .setFields("title");
    var request = new Request().setUpdateSpreadsheetProperties(change);
    var body = new BatchUpdateSpreadsheetRequest().setRequests(List.of(request));
    try {
      sheets.spreadsheets().batchUpdate(spreadsheet, body).execute();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Rows of a tab as they are shown, the header first; none if there is no such tab. */
  public List<List<String>> rows(String spreadsheet, String tab) {
    try {
      if (!tabs(spreadsheet).contains(tab)) {
        return List.of();
      }
      var values = sheets.spreadsheets().values().get(spreadsheet, tab).execute().getValues();
      return values == null
          ? List.of()
          : values.stream().map(row -> row.stream().map(Object::toString).toList()).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Texts below a header. */
  public List<String> column(String spreadsheet, String tab, String header) {
    var rows = rows(spreadsheet, tab);
    if (rows.isEmpty()) {
      return List.of();
    }
    int place = rows.getFirst().indexOf(header);
    return IntStream.range(1, rows.size())
        .mapToObj(rows::get)
        .map(row -> place < row.size() ? row.get(place) : "")
        .toList();
  }

  /** A person types into cells, from one on. */
  public void type(String spreadsheet, String range, List<List<Object>> values) {
    try {
      sheets
          .spreadsheets()
          .values()
          .update(spreadsheet, range, new ValueRange().setValues(values))
          .setValueInputOption("USER_ENTERED")
          .execute();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A person deletes a row, counted as people count rows. */
  public void deleteRow(String spreadsheet, String tab, int row) {
    var range =
        new DimensionRange()
            .setSheetId(sheetId(spreadsheet, tab))
            .setDimension("ROWS")
            .setStartIndex(row - 1)
            .setEndIndex(row);
    var request = new Request().setDeleteDimension(new DeleteDimensionRequest().setRange(range));
    var body = new BatchUpdateSpreadsheetRequest().setRequests(List.of(request));
    try {
      sheets.spreadsheets().batchUpdate(spreadsheet, body).execute();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Integer sheetId(String spreadsheet, String tab) {
    try {
      return sheets.spreadsheets().get(spreadsheet).execute().getSheets().stream()
          .map(Sheet::getProperties)
          .filter(properties -> properties.getTitle().equals(tab))
          .map(SheetProperties::getSheetId)
          .findFirst()
          .orElseThrow();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The next calls of a method go wrong, until {@link #mend}. */
  public void breakCalls(String fault, String method) {
    var body = "{\"fault\":\"%s\",\"method\":\"%s\",\"rate\":1}".formatted(fault, method);
    control(HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Takes back all faults. */
  public void mend() {
    control(HttpRequest.newBuilder().DELETE());
  }

  @Override
  public void close() {
    sandbox.close();
  }

  /** Titles of all tabs, hidden ones too. */
  public List<String> tabs(String spreadsheet) {
    try {
      return sheets.spreadsheets().get(spreadsheet).execute().getSheets().stream()
          .map(sheet -> sheet.getProperties().getTitle())
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void control(HttpRequest.Builder request) {
    try (var client = HttpClient.newHttpClient()) {
      var answer =
          client.send(
              request.uri(uri().resolve("/_faults")).build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.body());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(failure);
    }
  }

  private static Sheets client(Sandbox sandbox) {
    try {
      var key = sandbox.serviceAccountKey().getBytes(StandardCharsets.UTF_8);
      var credentials =
          ServiceAccountCredentials.fromStream(new ByteArrayInputStream(key))
              .createScoped(List.of("https://www.googleapis.com/auth/spreadsheets"));
      return new Sheets.Builder(
              new NetHttpTransport(),
              GsonFactory.getDefaultInstance(),
              new HttpCredentialsAdapter(credentials))
          .setRootUrl(sandbox.uri().resolve("/").toString())
          .setApplicationName("a person")
          .build();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
