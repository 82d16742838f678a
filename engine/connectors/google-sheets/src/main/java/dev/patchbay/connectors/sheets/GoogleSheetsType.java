package dev.patchbay.connectors.sheets;

import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.ConnectorType;
import dev.patchbay.spi.Guarantee;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.Setting;
import dev.patchbay.spi.Setting.Kind;
import dev.patchbay.spi.Target;
import java.util.List;

/** Google Sheets through its <a href="https://developers.google.com/sheets/api">API v4</a>. */
public final class GoogleSheetsType implements ConnectorType {
  @Override
  public String name() {
    return "google-sheets";
  }

  @Override
  public String version() {
    return "1.0";
  }

  @Override
  public String label() {
    return "Google Sheets";
  }

  @Override
  public List<Setting> settings() {
    return SheetsSettings.form();
  }

  @Override
  public List<Setting> targetSettings() {
    return List.of(
        new Setting(
            Place.SPREADSHEET,
            "Spreadsheet",
            "Its address in the browser, or the id in it.",
            Kind.TEXT,
            true,
            false),
        new Setting(Place.TAB, "Tab", "Created if it is missing.", Kind.TEXT, true, false));
  }

  @Override
  public Guarantee guarantee() {
    return Guarantee.IDEMPOTENT;
  }

  @Override
  public String targetIdentity(Target target) {
    return Place.of(target).identity();
  }

  @Override
  public RowTarget create(ConnectorContext context) {
    return SheetsConnector.open(context);
  }
}
