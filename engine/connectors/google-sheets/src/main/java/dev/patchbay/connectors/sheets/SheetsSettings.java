package dev.patchbay.connectors.sheets;

import dev.patchbay.google.GoogleSettings;
import dev.patchbay.spi.Setting;
import dev.patchbay.spi.Setting.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Settings of a connector.
 *
 * @param rootUrl of the Sheets API, ending in a slash
 * @param callsPerMinute of each kind, reads and writes; below Google's 60, because calls that leave
 *     in one minute may arrive in another
 */
record SheetsSettings(String rootUrl, GoogleSettings google, int callsPerMinute) {
  /** What OAuth calls the right to spreadsheets. */
  static final String SCOPE = "https://www.googleapis.com/auth/spreadsheets";

  private static final String CALLS_PER_MINUTE = "calls-per-minute";
  private static final String GOOGLE = "https://sheets.googleapis.com/";

  static SheetsSettings of(Map<String, String> settings) {
    return new SheetsSettings(
        GoogleSettings.rootUrl(settings, GOOGLE),
        GoogleSettings.of(settings),
        GoogleSettings.number(settings, CALLS_PER_MINUTE, 54, 1, 100_000));
  }

  static List<Setting> form() {
    var form =
        new ArrayList<>(
            GoogleSettings.account(
                "Share each spreadsheet with the account's address as editor.",
                "may edit the spreadsheets."));
    form.add(
        GoogleSettings.quotaOwnerSetting(
            "Connectors with an equal entry share Google's 60 calls a minute. Leave empty to take"
                + " the account itself."));
    form.add(
        new Setting(
            CALLS_PER_MINUTE,
            "Calls a minute",
            "Reads, and writes, at most; 54 if empty. More only if Google raised your quota.",
            Kind.NUMBER,
            false,
            false));
    form.addAll(GoogleSettings.transport());
    return form;
  }
}
