package dev.patchbay.services.rest;

import dev.patchbay.spi.Setting;
import dev.patchbay.spi.Setting.Kind;
import dev.patchbay.spi.SettingFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a form asks for, and what is wrong with what was written into it. */
final class RestForm {
  private RestForm() {}

  static List<Setting> settings() {
    return List.of(
        new Setting(
            RestSettings.URL,
            "Address",
            "Paths are added to it, for example https://users.example.org/api.",
            Kind.URI,
            true,
            false),
        optional(
            RestSettings.AUTHENTICATION,
            "Authentication",
            "none, bearer (a token that stays the same) or client-credentials (tokens of the Auth"
                + " Service); none if empty.",
            Kind.TEXT),
        secret(RestSettings.TOKEN, "Token", "For bearer."),
        optional(
            RestSettings.TOKEN_URL,
            "Token address",
            "For client-credentials: where the Auth Service hands out tokens.",
            Kind.URI),
        optional(
            RestSettings.CLIENT_ID,
            "Client",
            "For client-credentials: the name under which the Auth Service knows the hub.",
            Kind.TEXT),
        secret(RestSettings.CLIENT_SECRET, "Client secret", "For client-credentials."),
        optional(
            RestSettings.SCOPE,
            "Scope",
            "What a token is asked for, with one blank between several; empty: what the Auth"
                + " Service gives by itself.",
            Kind.TEXT),
        optional(
            RestSettings.TIMEOUT,
            "Time-out in seconds",
            "For one answer, 1 to 30; 5 if empty.",
            Kind.NUMBER));
  }

  static List<SettingFault> faults(Map<String, String> settings) {
    var faults = new ArrayList<SettingFault>();
    RestSettings.text(settings, RestSettings.URL)
        .ifPresent(url -> check(faults, RestSettings.URL, () -> HttpAddress.of(url)));
    check(faults, RestSettings.AUTHENTICATION, () -> RestSettings.authentication(settings));
    if (RestSettings.text(settings, RestSettings.AUTHENTICATION)
        .filter(RestSettings.CLIENT_CREDENTIALS::equals)
        .isPresent()) {
      check(faults, RestSettings.TOKEN_URL, () -> RestSettings.tokenUrl(settings));
      check(faults, RestSettings.CLIENT_ID, () -> RestSettings.clientId(settings));
      check(faults, RestSettings.SCOPE, () -> RestSettings.scope(settings));
    }
    check(faults, RestSettings.TIMEOUT, () -> RestSettings.timeout(settings));
    return List.copyOf(faults);
  }

  private static Setting optional(String name, String label, String help, Kind kind) {
    return new Setting(name, label, help, kind, false, false);
  }

  private static Setting secret(String name, String label, String help) {
    return new Setting(name, label, help, Kind.TEXT, false, true);
  }

  private static void check(List<SettingFault> faults, String setting, Runnable reading) {
    try {
      reading.run();
    } catch (IllegalArgumentException e) {
      faults.add(new SettingFault(setting, String.valueOf(e.getMessage())));
    }
  }
}
