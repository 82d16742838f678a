package dev.patchbay.spi.message;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address as mail servers take it (RFC 5321, section 4.1.2): a dot-atom of at most 64
 * characters, and a domain in ASCII. Two that differ in the case of their domain are equal.
 *
 * @param local before the at sign
 * @param domain after it, in lower case
 */
public record MailAddress(String local, String domain) {
  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL = 64;
  private static final Pattern LOCAL =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

  public MailAddress {
    demand(
        LOCAL.matcher(local).matches(), "has letters before the @ that mail servers do not take");
    demand(local.length() <= LONGEST_LOCAL, "has more than 64 characters before the @");
    demand(DOMAIN.matcher(domain).matches(), "has no domain after the @");
    demand(
        local.length() + 1 + domain.length() <= LONGEST,
        "has more than " + LONGEST + " characters");
  }

  /**
   * The address of this text. A domain in other letters is written in ASCII (IDNA).
   *
   * @throws IllegalArgumentException saying what is wrong with it, in words that follow its name
   */
  public static MailAddress of(String text) {
    int at = text.lastIndexOf('@');
    demand(at > 0 && at < text.length() - 1, "must be an address such as anna@example.org");
    return new MailAddress(text.substring(0, at), ascii(text.substring(at + 1)));
  }

  @Override
  public String toString() {
    return local + "@" + domain;
  }

  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException unfit) {
      throw new IllegalArgumentException("has no domain after the @", unfit);
    }
  }

  private static void demand(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
