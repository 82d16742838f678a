package dev.patchbay.connectors.graph;

import dev.patchbay.spi.Setting;
import dev.patchbay.spi.Setting.Kind;
import dev.patchbay.spi.SettingFault;
import dev.patchbay.spi.store.StorePath;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a connector.
 *
 * @param graphUrl of the API, without a slash at the end
 * @param loginUrl of the token service, without a slash at the end
 * @param drive id of the drive
 * @param folder names of the folders that files are put below, maybe none
 */
record GraphSettings(
    String graphUrl,
    String loginUrl,
    String tenant,
    String clientId,
    String drive,
    List<String> folder) {
  static final String CLIENT_SECRET = "client-secret";

  private static final String TENANT = "tenant";
  private static final String CLIENT_ID = "client-id";
  private static final String DRIVE = "drive";
  private static final String FOLDER = "folder";
  private static final String GRAPH_URL = "graph-url";
  private static final String LOGIN_URL = "login-url";
  private static final String GRAPH = "https://graph.microsoft.com/v1.0";
  private static final String LOGIN = "https://login.microsoftonline.com";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  static GraphSettings of(Map<String, String> settings) {
    return new GraphSettings(
        address(settings, GRAPH_URL, GRAPH),
        address(settings, LOGIN_URL, LOGIN),
        text(settings, TENANT),
        text(settings, CLIENT_ID),
        text(settings, DRIVE),
        folder(settings));
  }

  static List<Setting> form() {
    return List.of(
        required(TENANT, "Tenant", "Id of the directory in Microsoft Entra, or a domain of it."),
        required(
            CLIENT_ID,
            "Application id",
            "Of the app registration. It needs the application permission Files.ReadWrite.All, or"
                + " Sites.Selected with the role write on the site, with an administrator's"
                + " consent."),
        new Setting(
            CLIENT_SECRET,
            "Client secret",
            "Its value, not its id; it expires.",
            Kind.TEXT,
            true,
            true),
        required(
            DRIVE,
            "Drive",
            "Id of the drive, such as b!…: a SharePoint library or somebody's OneDrive for work."
                + " Graph tells it at /sites/{site}/drives and /users/{user}/drive."),
        plain(
            FOLDER,
            "Folder",
            "That files are put below; the top if empty. It must exist.",
            Kind.TEXT),
        plain(GRAPH_URL, "Address of the API", "Microsoft's if empty: " + GRAPH + ".", Kind.URI),
        plain(LOGIN_URL, "Address of the token service", "Microsoft's if empty.", Kind.URI));
  }

  static List<SettingFault> faults(Map<String, String> settings) {
    var faults = new ArrayList<SettingFault>();
    form(TENANT, "[A-Za-z0-9.-]{1,100}", "must be an id or a domain", settings, faults);
    form(
        CLIENT_ID,
        "[A-Za-z0-9-]{1,100}",
        "must be an id of letters, digits and dashes",
        settings,
        faults);
    form(
        DRIVE,
        "[A-Za-z0-9!_-]{1,200}",
        "must be the drive's id, such as b!…, and no address",
        settings,
        faults);
    fault(FOLDER, folderFault(settings), faults);
    fault(GRAPH_URL, addressFault(address(settings, GRAPH_URL, GRAPH)), faults);
    fault(LOGIN_URL, addressFault(address(settings, LOGIN_URL, LOGIN)), faults);
    return faults;
  }

  /** Whether nobody on the way can read what is sent to an address. */
  static boolean isSafe(URI address) {
    return "https".equals(address.getScheme())
        || ("http".equals(address.getScheme())
            && LOOPBACK.contains(String.valueOf(address.getHost())));
  }

  /**
   * Address of what has these names below the folder.
   *
   * @param what is asked of it, such as {@code /content}, or empty
   */
  URI at(List<String> names, String what) {
    var path =
        Stream.concat(folder.stream(), names.stream())
            .map(GraphSettings::encoded)
            .collect(Collectors.joining("/"));
    var root = graphUrl + "/drives/" + encoded(drive) + "/root";
    if (path.isEmpty()) {
      return URI.create(root + what);
    }
    return URI.create(root + ":/" + path + (what.isEmpty() ? "" : ":" + what));
  }

  URI tokens() {
    return URI.create(loginUrl + "/" + encoded(tenant) + "/oauth2/v2.0/token");
  }

  /** What a token is asked for: everything that an administrator granted. */
  String scope() {
    var graph = URI.create(graphUrl);
    return graph.getScheme() + "://" + graph.getRawAuthority() + "/.default";
  }

  private static void form(
      String name,
      String pattern,
      String message,
      Map<String, String> settings,
      List<SettingFault> faults) {
    var text = text(settings, name);
    fault(name, text.isEmpty() || text.matches(pattern) ? null : message, faults);
  }

  private static void fault(String setting, @Nullable String message, List<SettingFault> faults) {
    if (message != null) {
      faults.add(new SettingFault(setting, message));
    }
  }

  private static @Nullable String folderFault(Map<String, String> settings) {
    var names = folder(settings);
    if (names.isEmpty()) {
      return null;
    }
    try {
      return Names.refusal(new StorePath(names)).orElse(null);
    } catch (IllegalArgumentException unfit) {
      return String.valueOf(unfit.getMessage());
    }
  }

  private static @Nullable String addressFault(String text) {
    try {
      var uri = URI.create(text);
      if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getFragment() != null) {
        return "must be an address without user, '?' and '#'";
      }
      return isSafe(uri)
          ? null
          : "must begin with https://, since anybody on the way could read the secret";
    } catch (IllegalArgumentException unreadable) {
      return null; // said already, as of every address
    }
  }

  private static List<String> folder(Map<String, String> settings) {
    var path = text(settings, FOLDER).replaceAll("^/+|/+$", "");
    return path.isEmpty() ? List.of() : List.of(path.split("/", -1));
  }

  private static String address(Map<String, String> settings, String name, String otherwise) {
    var text = text(settings, name);
    return text.isEmpty() ? otherwise : text.replaceAll("/+$", "");
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }

  private static String text(Map<String, String> settings, String name) {
    return settings.getOrDefault(name, "").strip();
  }

  private static Setting required(String name, String label, String help) {
    return new Setting(name, label, help, Kind.TEXT, true, false);
  }

  private static Setting plain(String name, String label, String help, Kind kind) {
    return new Setting(name, label, help, kind, false, false);
  }
}
