package dev.patchbay.connectors.sheets;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.sheets.v4.Sheets;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.CellKind;
import dev.patchbay.spi.Column;
import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Quota;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.Target;
import dev.patchbay.spi.WriteMode;
import dev.patchbay.testkit.FarSide;
import dev.patchbay.testkit.Sender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A sandbox, a link to it that can be broken, and a person who works in the same spreadsheet. */
final class Playground implements FarSide {
  static final String TAB = "Requests";

  /** Columns of the tests: key, two texts. */
  static final Layout LAYOUT =
      new Layout(
          List.of(
              new Column("id", "Id", CellKind.TEXT),
              new Column("title", "Title", CellKind.TEXT),
              new Column("state", "State", CellKind.TEXT)),
          "id",
          WriteMode.UPSERT);

  private long seeds = 7;

  private final SandboxProcess sandbox = SandboxProcess.start();
  private final LossyLink link = new LossyLink(sandbox.uri());
  private final Person person;

  Playground() {
    person = Person.withNewSpreadsheet(sheets());
  }

  LossyLink link() {
    return link;
  }

  Person person() {
    return person;
  }

  SandboxProcess sandbox() {
    return sandbox;
  }

  @Override
  public RowTarget connect() {
    return connect(Map.of(), name -> secret(name), _ -> Duration.ZERO);
  }

  RowTarget connect(Map<String, String> more, Secrets secrets, Quota quota) {
    var settings = new LinkedHashMap<>(more);
    settings.putIfAbsent("root-url", link.url());
    return new GoogleSheetsType()
        .create(
            new ConnectorContext(
                "sheets", settings, secrets, InstantSource.system(), quota, (_, _, _) -> {}));
  }

  Optional<String> secret(String name) {
    return name.equals("service-account-key") ? Optional.of(sandbox.key()) : Optional.empty();
  }

  /** Sends to the tab {@link #TAB} as the hub does. */
  Sender sender(RowTarget connector) {
    return new Sender(connector, target(), LAYOUT, seeds++);
  }

  @Override
  public Target target() {
    return target(TAB);
  }

  Target target(String tab) {
    return new Target(Map.of("spreadsheet", person.spreadsheet(), "tab", tab));
  }

  @Override
  public List<Map<String, String>> rows() {
    return person.tabs().contains(TAB) ? person.rows(TAB) : List.of();
  }

  @Override
  public void loseNextAnswer() {
    link.loseAnswer();
  }

  @Override
  public void loseNextRequest() {
    link.loseRequest();
  }

  @Override
  public void holdNextRequest() {
    link.hold();
  }

  @Override
  public void letArrive() {
    link.release();
  }

  @Override
  public void close() {
    link.close();
    sandbox.close();
  }

  static Row row(String key, String title, String state) {
    var cells = new LinkedHashMap<String, Cell>();
    cells.put("id", new Cell.Text(key));
    cells.put("title", new Cell.Text(title));
    cells.put("state", new Cell.Text(state));
    return new Row(key, cells);
  }

  static Row state(String key, String state) {
    return new Row(key, Map.of("state", new Cell.Text(state)));
  }

  static Map<String, String> shown(String key, String title, String state) {
    return Map.of("Id", key, "Title", title, "State", state);
  }

  /** The official client of a person, past the link. */
  private Sheets sheets() {
    try {
      var key = new ByteArrayInputStream(sandbox.key().getBytes(StandardCharsets.UTF_8));
      GoogleCredentials credentials =
          ServiceAccountCredentials.fromStream(key)
              .createScoped(List.of("https://www.googleapis.com/auth/spreadsheets"));
      return new Sheets.Builder(
              new NetHttpTransport(),
              GsonFactory.getDefaultInstance(),
              new HttpCredentialsAdapter(credentials))
          .setRootUrl(sandbox.uri().toString())
          .setApplicationName("A person")
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
