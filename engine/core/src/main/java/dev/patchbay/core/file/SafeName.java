package dev.patchbay.core.file;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Names of files and folders that Linux, Windows, macOS and every store take. */
public final class SafeName {
  private static final int LONGEST_VALUE = 80;
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_ENDING = 12;

  /** Parts names, is reserved on Windows, cannot be seen, or turns the direction of writing. */
  private static final Pattern UNFIT =
      Pattern.compile(
          "[/\\\\:*?\"<>|\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}"
              + "\\x{2066}-\\x{2069}\\x{FEFF}]");

  /** <a href="https://learn.microsoft.com/windows/win32/fileio/naming-a-file">Of Windows</a>. */
  private static final Pattern DEVICE =
      Pattern.compile(
          "(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9¹²³])\\s*(\\..*)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern END = Pattern.compile("[. ]+$");

  private SafeName() {}

  /** Whether a text can stand in a name as it is. */
  public static boolean isFit(String literal) {
    return !UNFIT.matcher(literal).find();
  }

  /** A value that stays within its name; at most 80 bytes in UTF-8. */
  static String ofValue(String value) {
    var text = UNFIT.matcher(Normalizer.normalize(value, Normalizer.Form.NFC)).replaceAll("_");
    return upTo(LONGEST_VALUE, text);
  }

  /** A whole name that is no device, no step upwards, and ends as Windows lets it. */
  static String ofSegment(String name) {
    var ended = END.matcher(name).replaceAll(end -> "_".repeat(end.group().length()));
    if (ended.isEmpty()) {
      return "_";
    }
    return cut(DEVICE.matcher(ended).matches() ? "_" + ended : ended);
  }

  /** Without the end of its stem where it is too long; what tells its format stays. */
  private static String cut(String name) {
    int dot = name.lastIndexOf('.');
    var ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
    var stem = name.substring(0, name.length() - ending.length());
    return upTo(LONGEST_NAME - bytes(ending), stem) + ending;
  }

  private static String upTo(int most, String text) {
    var cut = text;
    while (bytes(cut) > most) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
