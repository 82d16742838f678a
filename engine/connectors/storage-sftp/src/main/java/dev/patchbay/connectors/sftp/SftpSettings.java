package dev.patchbay.connectors.sftp;

import dev.patchbay.spi.Setting;
import dev.patchbay.spi.Setting.Kind;
import dev.patchbay.spi.SettingFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a connector.
 *
 * @param hostKeys fingerprints of the keys that the server may show, {@code SHA256:} and Base64
 * @param directory where files are put, without a slash at the end
 */
record SftpSettings(String host, int port, Set<String> hostKeys, String user, String directory) {
  static final String PASSWORD = "password";
  static final String PRIVATE_KEY = "private-key";
  static final String PASSPHRASE = "private-key-passphrase";

  private static final String HOST = "host";
  private static final String PORT = "port";
  private static final String HOST_KEY = "host-key";
  private static final String USER = "user";
  private static final String DIRECTORY = "directory";
  private static final int SSH = 22;

  static SftpSettings of(Map<String, String> settings) {
    var directory = text(settings, DIRECTORY).replaceAll("/+$", "");
    var port = text(settings, PORT);
    return new SftpSettings(
        text(settings, HOST),
        port.isEmpty() ? SSH : Integer.parseInt(port),
        Set.copyOf(List.of(fingerprints(settings))),
        text(settings, USER),
        directory.isEmpty() && !text(settings, DIRECTORY).startsWith("/") ? "." : directory);
  }

  static List<Setting> form() {
    return List.of(
        needed(HOST, "Server", "Its name or address."),
        new Setting(PORT, "Port", "22 if empty.", Kind.NUMBER, false, false),
        needed(
            HOST_KEY,
            "Fingerprint of the host key",
            "SHA256: and Base64, as 'ssh-keygen -lf' shows it of the server's public key; several"
                + " are parted by blanks. Without it anybody could pretend to be the server."),
        needed(USER, "User", null),
        new Setting(PASSWORD, "Password", "Or a private key.", Kind.TEXT, false, true),
        new Setting(
            PRIVATE_KEY,
            "Private key",
            "All of the file, from BEGIN to END, as ssh-keygen writes it.",
            Kind.MULTILINE,
            false,
            true),
        new Setting(PASSPHRASE, "Passphrase of the private key", null, Kind.TEXT, false, true),
        new Setting(
            DIRECTORY,
            "Directory",
            "Where files are put; where the user lands if empty. It must exist.",
            Kind.TEXT,
            false,
            false));
  }

  static List<SettingFault> faults(Map<String, String> settings) {
    var faults = new ArrayList<SettingFault>();
    if (!isPort(text(settings, PORT))) {
      faults.add(new SettingFault(PORT, "must be a whole number from 1 to 65535"));
    }
    for (var fingerprint : fingerprints(settings)) {
      if (!fingerprint.isEmpty() && !fingerprint.matches("SHA256:[A-Za-z0-9+/]{43}")) {
        faults.add(
            new SettingFault(
                HOST_KEY,
                "must be SHA256: and 43 characters, as 'ssh-keygen -lf' shows it: " + fingerprint));
      }
    }
    return faults;
  }

  private static boolean isPort(String text) {
    return text.isEmpty() || (text.matches("[1-9][0-9]{0,4}") && Integer.parseInt(text) <= 65_535);
  }

  private static String[] fingerprints(Map<String, String> settings) {
    return text(settings, HOST_KEY).split("\\s+");
  }

  private static String text(Map<String, String> settings, String name) {
    return settings.getOrDefault(name, "").strip();
  }

  private static Setting needed(String name, String label, @Nullable String help) {
    return new Setting(name, label, help, Kind.TEXT, true, false);
  }
}
