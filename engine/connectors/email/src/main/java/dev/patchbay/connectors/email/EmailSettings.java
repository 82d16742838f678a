package dev.patchbay.connectors.email;

import dev.patchbay.spi.message.MailAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Settings of a connector.
 *
 * @param tokens where access tokens come from, if they are fetched
 * @param recipients of one message that is handed over; more are sent in several
 * @param timeout for each answer of the server
 */
record EmailSettings(
    Server server,
    Authentication authentication,
    Optional<TokenEndpoint> tokens,
    Sender sender,
    int recipients,
    Duration timeout) {
  static final String HOST = "host";
  static final String PORT = "port";
  static final String SECURITY = "security";
  static final String PLAIN = "allow-unencrypted";
  static final String CERTIFICATES = "trusted-certificates";
  static final String AUTHENTICATION = "authentication";
  static final String USER = "user";
  static final String PASSWORD = "password";
  static final String ACCESS_TOKEN = "access-token";
  static final String TOKEN_URL = "token-url";
  static final String CLIENT_ID = "client-id";
  static final String CLIENT_SECRET = "client-secret";
  static final String REFRESH_TOKEN = "refresh-token";
  static final String SCOPE = "scope";
  static final String FROM = "from";
  static final String FROM_NAME = "from-name";
  static final String REPLY_TO = "reply-to";
  static final String RECIPIENTS = "recipients-per-message";
  static final String TIMEOUT = "timeout-seconds";

  /** How the connection is made safe. */
  enum Security {
    STARTTLS(587),
    TLS(465),
    NONE(25);

    private final int port;

    Security(int port) {
      this.port = port;
    }
  }

  /** How the hub logs in. */
  enum Authentication {
    NONE,
    PASSWORD,
    XOAUTH2
  }

  /**
   * Where mail is handed over.
   *
   * @param certificates in PEM, which are trusted instead of those that the machine trusts
   */
  record Server(String host, int port, Security security, Optional<String> certificates) {
    /** For messages. */
    String place() {
      return host + ", port " + port;
    }
  }

  /**
   * Who it is from.
   *
   * @param user that logs in
   */
  record Sender(MailAddress from, String name, Optional<MailAddress> replyTo, String user) {}

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException for what {@link EmailForm#faults} would name
   */
  static EmailSettings of(Map<String, String> settings) {
    var from = MailAddress.of(text(settings, FROM));
    var security = security(settings);
    return new EmailSettings(
        new Server(
            text(settings, HOST),
            number(settings, PORT, security.port, 1, 65_535),
            security,
            optional(settings, CERTIFICATES)),
        authentication(settings),
        optional(settings, TOKEN_URL)
            .map(
                url ->
                    new TokenEndpoint(
                        URI.create(url), text(settings, CLIENT_ID), optional(settings, SCOPE))),
        new Sender(
            from,
            text(settings, FROM_NAME),
            optional(settings, REPLY_TO).map(MailAddress::of),
            optional(settings, USER).orElse(from.toString())),
        number(settings, RECIPIENTS, 50, 1, 1_000),
        Duration.ofSeconds(number(settings, TIMEOUT, 30, 1, 300)));
  }

  static Security security(Map<String, String> settings) {
    return word(settings, SECURITY, Security.class, Security.STARTTLS);
  }

  static Authentication authentication(Map<String, String> settings) {
    return word(settings, AUTHENTICATION, Authentication.class, Authentication.PASSWORD);
  }

  /** A whole number between bounds. */
  static int number(Map<String, String> settings, String name, int ifEmpty, int least, int most) {
    var text = text(settings, name);
    if (text.isEmpty()) {
      return ifEmpty;
    }
    int number = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          "must be a whole number from %d to %d".formatted(least, most));
    }
    return number;
  }

  static Optional<String> optional(Map<String, String> settings, String name) {
    return Optional.of(text(settings, name)).filter(text -> !text.isEmpty());
  }

  static String text(Map<String, String> settings, String name) {
    return settings.getOrDefault(name, "").strip();
  }

  private static <E extends Enum<E>> E word(
      Map<String, String> settings, String name, Class<E> words, E ifEmpty) {
    var text = text(settings, name);
    var all = words.getEnumConstants();
    return text.isEmpty()
        ? ifEmpty
        : Arrays.stream(all)
            .filter(word -> word.name().toLowerCase(Locale.ROOT).equals(text))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("must be one of " + names(all)));
  }

  private static String names(Enum<?>[] all) {
    return Arrays.stream(all)
        .map(word -> word.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
