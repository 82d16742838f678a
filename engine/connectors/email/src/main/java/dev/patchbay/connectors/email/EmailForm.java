package dev.patchbay.connectors.email;

import static dev.patchbay.connectors.email.EmailSettings.text;

import dev.patchbay.connectors.email.EmailSettings.Security;
import dev.patchbay.spi.Setting;
import dev.patchbay.spi.Setting.Kind;
import dev.patchbay.spi.SettingFault;
import dev.patchbay.spi.message.HeaderText;
import dev.patchbay.spi.message.MailAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What a form asks for, and what is wrong with what was written into it. */
final class EmailForm {
  private static final int LONGEST_NAME = 200;
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]{1,253}");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|::1", Pattern.CASE_INSENSITIVE);

  private EmailForm() {}

  static List<Setting> settings() {
    return List.of(
        needed(EmailSettings.HOST, "Mail server", "Its name, for example smtp.example.org."),
        plain(
            EmailSettings.PORT, "Port", "587, 465 or 25 if empty, as security says.", Kind.NUMBER),
        plain(
            EmailSettings.SECURITY,
            "Security",
            "starttls, tls or none; starttls if empty. Mail is not sent where TLS does not come"
                + " about.",
            Kind.TEXT),
        plain(
            EmailSettings.PLAIN,
            "Allow unencrypted",
            "true if security may be none although the server is another machine: anybody between"
                + " may read and change what is sent, the password too.",
            Kind.FLAG),
        plain(
            EmailSettings.CERTIFICATES,
            "Trusted certificates",
            "In PEM, from BEGIN to END, where the server's was not issued by a public authority;"
                + " then no other is trusted.",
            Kind.MULTILINE),
        plain(
            EmailSettings.AUTHENTICATION,
            "Authentication",
            "password, xoauth2 or none; password if empty.",
            Kind.TEXT),
        plain(EmailSettings.USER, "User", "The address of the sender if empty.", Kind.TEXT),
        secret(EmailSettings.PASSWORD, "Password", "For password."),
        plain(
            EmailSettings.TOKEN_URL,
            "Token address",
            "For xoauth2: where access tokens are handed out. Without it, enter an access token.",
            Kind.URI),
        plain(
            EmailSettings.CLIENT_ID,
            "Client",
            "For xoauth2: the name under which the authorization server knows the hub.",
            Kind.TEXT),
        secret(EmailSettings.CLIENT_SECRET, "Client secret", "For xoauth2."),
        secret(
            EmailSettings.REFRESH_TOKEN,
            "Refresh token",
            "For xoauth2; without it, client credentials are used."),
        plain(
            EmailSettings.SCOPE,
            "Scope",
            "For xoauth2: what a token is asked for, with one blank between several.",
            Kind.TEXT),
        secret(
            EmailSettings.ACCESS_TOKEN,
            "Access token",
            "For xoauth2 without a token address; it ends soon."),
        needed(EmailSettings.FROM, "From", "The address that mail comes from."),
        plain(EmailSettings.FROM_NAME, "Name of the sender", "Beside its address.", Kind.TEXT),
        plain(EmailSettings.REPLY_TO, "Reply to", "The sender if empty.", Kind.TEXT),
        plain(
            EmailSettings.RECIPIENTS,
            "Recipients of a message",
            "How many are handed over at once, 1 to 1000; 50 if empty.",
            Kind.NUMBER),
        plain(
            EmailSettings.TIMEOUT,
            "Time-out in seconds",
            "For each answer, 1 to 300; 30 if empty.",
            Kind.NUMBER));
  }

  static List<SettingFault> faults(Map<String, String> settings) {
    var faults = new ArrayList<SettingFault>();
    check(faults, settings, EmailSettings.HOST, EmailForm::host);
    check(
        faults,
        settings,
        EmailSettings.PORT,
        all -> EmailSettings.number(all, EmailSettings.PORT, 1, 1, 65_535));
    check(faults, settings, EmailSettings.SECURITY, EmailForm::security);
    check(faults, settings, EmailSettings.CERTIFICATES, EmailForm::certificates);
    check(faults, settings, EmailSettings.AUTHENTICATION, EmailSettings::authentication);
    check(faults, settings, EmailSettings.TOKEN_URL, EmailForm::tokenUrl);
    check(faults, settings, EmailSettings.CLIENT_ID, EmailForm::client);
    check(faults, settings, EmailSettings.SCOPE, all -> oneLine(all, EmailSettings.SCOPE));
    check(faults, settings, EmailSettings.USER, all -> oneLine(all, EmailSettings.USER));
    check(faults, settings, EmailSettings.FROM, all -> address(all, EmailSettings.FROM));
    check(faults, settings, EmailSettings.FROM_NAME, all -> oneLine(all, EmailSettings.FROM_NAME));
    check(faults, settings, EmailSettings.REPLY_TO, all -> address(all, EmailSettings.REPLY_TO));
    check(
        faults,
        settings,
        EmailSettings.RECIPIENTS,
        all -> EmailSettings.number(all, EmailSettings.RECIPIENTS, 1, 1, 1_000));
    check(
        faults,
        settings,
        EmailSettings.TIMEOUT,
        all -> EmailSettings.number(all, EmailSettings.TIMEOUT, 1, 1, 300));
    return List.copyOf(faults);
  }

  private static void host(Map<String, String> settings) {
    var host = text(settings, EmailSettings.HOST);
    demand(host.isEmpty() || HOST.matcher(host).matches(), "must be the name of a machine");
  }

  private static void security(Map<String, String> settings) {
    boolean safe =
        EmailSettings.security(settings) != Security.NONE
            || LOOPBACK.matcher(text(settings, EmailSettings.HOST)).matches()
            || Boolean.parseBoolean(text(settings, EmailSettings.PLAIN));
    demand(
        safe,
        "may be none only where the server is this machine, or where "
            + EmailSettings.PLAIN
            + " is true");
  }

  private static void certificates(Map<String, String> settings) {
    EmailSettings.optional(settings, EmailSettings.CERTIFICATES).ifPresent(Trust::certificates);
  }

  /** The secrets go there: not in clear, unless it is this machine. */
  private static void tokenUrl(Map<String, String> settings) {
    var text = text(settings, EmailSettings.TOKEN_URL);
    demand(text.isEmpty() || isSafe(text), "must begin with https:// and name a host");
  }

  private static boolean isSafe(String text) {
    try {
      var url = new URI(text);
      return url.getHost() != null
          && url.getUserInfo() == null
          && ("https".equalsIgnoreCase(url.getScheme())
              || ("http".equalsIgnoreCase(url.getScheme())
                  && LOOPBACK.matcher(url.getHost()).matches()));
    } catch (URISyntaxException none) {
      return false;
    }
  }

  private static void client(Map<String, String> settings) {
    demand(
        text(settings, EmailSettings.TOKEN_URL).isEmpty()
            || !text(settings, EmailSettings.CLIENT_ID).isEmpty(),
        "is needed with " + EmailSettings.TOKEN_URL);
    oneLine(settings, EmailSettings.CLIENT_ID);
  }

  private static void address(Map<String, String> settings, String name) {
    EmailSettings.optional(settings, name).ifPresent(MailAddress::of);
  }

  private static void oneLine(Map<String, String> settings, String name) {
    var text = text(settings, name);
    demand(
        HeaderText.isOneLine(text) && text.length() <= LONGEST_NAME,
        "must be one line of at most " + LONGEST_NAME + " characters");
  }

  private static void demand(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static void check(
      List<SettingFault> faults,
      Map<String, String> settings,
      String name,
      Consumer<Map<String, String>> reading) {
    try {
      reading.accept(settings);
    } catch (IllegalArgumentException unfit) {
      faults.add(new SettingFault(name, String.valueOf(unfit.getMessage())));
    }
  }

  private static Setting needed(String name, String label, String help) {
    return new Setting(name, label, help, Kind.TEXT, true, false);
  }

  private static Setting plain(String name, String label, String help, Kind kind) {
    return new Setting(name, label, help, kind, false, false);
  }

  private static Setting secret(String name, String label, String help) {
    return new Setting(name, label, help, Kind.TEXT, false, true);
  }
}
