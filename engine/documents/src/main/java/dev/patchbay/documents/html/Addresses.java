package dev.patchbay.documents.html;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a document may refer to. By what is let in, not by what is shut out: character references,
 * schemes and blanks that readers overlook find no way.
 *
 * @param reach which files it may name
 */
record Addresses(Reach reach) {
  private static final Pattern LINK =
      Pattern.compile("(?:https?://|mailto:|tel:|#)[^\\s\\x00]*+", Pattern.CASE_INSENSITIVE);

  private static final Pattern INSIDE =
      Pattern.compile(
          "data:(?:image/(?:png|jpeg|gif)|font/[a-z0-9+-]+|application/(?:x-)?font-[a-z-]+)"
              + "(?:;charset=utf-8)?;base64,[A-Za-z0-9+/=\\s]++",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FILE = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_ .()~+,/-]*+");

  private static final int SHOWN = 60;

  /** What is wrong with the address of a link; empty if nothing is. */
  Optional<String> link(String address) {
    return LINK.matcher(address).matches()
        ? Optional.empty()
        : Optional.of("a link leads to “" + shown(address) + "”, which is not on the web");
  }

  /** What is wrong with the address of a picture, font or style sheet; empty if nothing is. */
  Optional<String> content(String address) {
    if (INSIDE.matcher(address).matches()) {
      return Optional.empty();
    }
    boolean isFile = FILE.matcher(address).matches() && !address.contains("..");
    return isFile && reach == Reach.FOLDER
        ? Optional.empty()
        : Optional.of(
            "“" + shown(address) + "” lies elsewhere, or is no picture or font that is let in");
  }

  /** What to do about such content. */
  String advice() {
    return switch (reach) {
      case ITSELF -> "Put it into the file: as data: with base64, PNG, JPEG, GIF or a font.";
      case FOLDER -> "Put it into the folder of the template or below, and name it from there.";
    };
  }

  private static String shown(String address) {
    var one = address.replaceAll("[\\p{Cc}\\s]+", " ");
    return one.length() > SHOWN ? one.substring(0, SHOWN) + "…" : one;
  }
}
