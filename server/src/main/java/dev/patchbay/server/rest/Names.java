package dev.patchbay.server.rest;

import dev.patchbay.server.http.ProblemException;
import java.util.regex.Pattern;

/** Names of configured things: short, and fit for addresses and logs. */
public final class Names {
  private static final Pattern GOOD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._ -]{0,62}");

  private Names() {}

  /** The name, if it is one. */
  public static String check(String name) {
    if (!GOOD.matcher(name).matches()) {
      throw ProblemException.field(
          "/name",
          "must be 1 to 63 letters, digits, dots, dashes, underscores or spaces, the first a letter"
              + " or digit");
    }
    return name;
  }

  /** The name in a body has to be the one in the address. */
  public static void same(String inPath, String inBody) {
    if (!inPath.equals(inBody)) {
      throw ProblemException.field("/name", "must be '" + inPath + "' as in the address");
    }
  }
}
