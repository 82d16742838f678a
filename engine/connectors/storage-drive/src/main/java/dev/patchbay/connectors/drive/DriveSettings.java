package dev.patchbay.connectors.drive;

import dev.patchbay.google.GoogleSettings;
import dev.patchbay.spi.Setting;
import dev.patchbay.spi.Setting.Kind;
import dev.patchbay.spi.SettingFault;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Settings of a connector.
 *
 * @param rootUrl of the Drive API, ending in a slash
 * @param folder id of the folder that files are put below
 */
record DriveSettings(String rootUrl, GoogleSettings google, String folder) {
  /** What OAuth calls the right to files; a narrower one does not see a folder that is shared. */
  static final String SCOPE = "https://www.googleapis.com/auth/drive";

  private static final String FOLDER = "folder";
  private static final String GOOGLE = "https://www.googleapis.com/";
  private static final Pattern ADDRESS =
      Pattern.compile(
          "https://drive\\.google\\.com/drive/(?:u/\\d+/)?folders/([^/?#]+)(?:[?#].*)?");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{4,100}");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  static DriveSettings of(Map<String, String> settings) {
    return new DriveSettings(
        GoogleSettings.rootUrl(settings, GOOGLE), GoogleSettings.of(settings), folder(settings));
  }

  static List<Setting> form() {
    var form = new ArrayList<Setting>();
    form.add(
        new Setting(
            FOLDER,
            "Folder",
            "That files are put below: its address in the browser, or the id in it. It must exist.",
            Kind.TEXT,
            true,
            false));
    form.addAll(
        GoogleSettings.account(
            "Make the account's address a content manager of the shared drive, or an editor of the"
                + " folder. Google gives service accounts no room outside of shared drives.",
            "may add files to the folder."));
    form.addAll(GoogleSettings.transport());
    return form;
  }

  static List<SettingFault> faults(Map<String, String> settings) {
    var faults = new ArrayList<SettingFault>();
    var folder = folder(settings);
    if (!folder.isEmpty() && !ID.matcher(folder).matches()) {
      faults.add(
          new SettingFault(
              FOLDER,
              "must be the folder's address, such as https://drive.google.com/drive/folders/1aB…,"
                  + " or the id in it"));
    }
    addressFault(GoogleSettings.ROOT_URL, settings, faults);
    addressFault(GoogleSettings.TOKEN_URL, settings, faults);
    return faults;
  }

  private static void addressFault(
      String name, Map<String, String> settings, List<SettingFault> faults) {
    try {
      var uri = URI.create(GoogleSettings.text(settings, name).orElse(GOOGLE));
      if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getFragment() != null) {
        faults.add(new SettingFault(name, "must be an address without user, '?' and '#'"));
      }
      if (!"https".equals(uri.getScheme()) && !LOOPBACK.contains(String.valueOf(uri.getHost()))) {
        faults.add(
            new SettingFault(
                name, "must begin with https://, since anybody on the way could read the token"));
      }
    } catch (IllegalArgumentException unreadable) {
      // said already, as of every address
    }
  }

  private static String folder(Map<String, String> settings) {
    var text = GoogleSettings.text(settings, FOLDER).orElse("");
    var address = ADDRESS.matcher(text);
    return address.matches() ? address.group(1) : text;
  }
}
