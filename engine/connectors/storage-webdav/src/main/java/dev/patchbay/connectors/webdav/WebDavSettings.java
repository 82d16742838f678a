package dev.patchbay.connectors.webdav;

import dev.patchbay.spi.Setting;
import dev.patchbay.spi.Setting.Kind;
import dev.patchbay.spi.SettingFault;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settings of a connector.
 *
 * @param folder address of the folder that files are put below, with a slash at the end
 * @param user empty without a password
 */
record WebDavSettings(URI folder, String user) {
  static final String PASSWORD = "password";
  static final String TOKEN = "token";

  private static final String URL = "url";
  private static final String USER = "user";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  static WebDavSettings of(Map<String, String> settings) {
    var url = text(settings, URL);
    return new WebDavSettings(
        URI.create(url.endsWith("/") ? url : url + "/"), text(settings, USER));
  }

  static List<Setting> form() {
    return List.of(
        new Setting(
            URL,
            "Address",
            "Of the folder that files are put below, such as"
                + " https://cloud.example/remote.php/dav/files/hub/reports. It must exist.",
            Kind.URI,
            true,
            false),
        new Setting(USER, "User", "With a password.", Kind.TEXT, false, false),
        new Setting(
            PASSWORD, "Password", "Or an app password, or a token.", Kind.TEXT, false, true),
        new Setting(
            TOKEN,
            "Token",
            "Sent as bearer token in place of a password.",
            Kind.TEXT,
            false,
            true));
  }

  static List<SettingFault> faults(Map<String, String> settings) {
    var faults = new ArrayList<SettingFault>();
    try {
      addressFault(URI.create(text(settings, URL)), faults);
    } catch (IllegalArgumentException unreadable) {
      return List.of(); // said already, as of every address
    }
    if (text(settings, USER).contains(":")) {
      faults.add(new SettingFault(USER, "must have no colon"));
    }
    return faults;
  }

  private static void addressFault(URI url, List<SettingFault> faults) {
    if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
      faults.add(new SettingFault(URL, "must be an address without user, '?' and '#'"));
    }
    if ("http".equals(url.getScheme()) && !LOOPBACK.contains(url.getHost())) {
      faults.add(
          new SettingFault(
              URL, "must begin with https://, since anybody on the way could read the password"));
    }
  }

  /** Address of what has these names below the folder. */
  URI at(List<String> names) {
    return URI.create(
        folder + names.stream().map(WebDavSettings::encoded).collect(Collectors.joining("/")));
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }

  private static String text(Map<String, String> settings, String name) {
    return settings.getOrDefault(name, "").strip();
  }
}
