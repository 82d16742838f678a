package dev.patchbay.sandbox.a1;

import dev.patchbay.sandbox.sheets.model.Area;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range as written: an optional title and an optional span of cells.
 *
 * @param title the tab's title, unquoted; empty when none was written before a {@code !}
 * @param rest what stands after the {@code !}, or the whole text when there is none
 * @param quoted whether the title stood in quotes
 * @see <a href="https://developers.google.com/workspace/sheets/api/guides/concepts">A1 notation</a>
 */
public record A1(Optional<String> title, String rest, boolean quoted) {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern LIKE_CELL =
      Pattern.compile("[A-Za-z]{1,3}[0-9]+|[Rr][0-9]*([Cc][0-9]*)?|[Cc][0-9]*|(?i:true|false)");

  public static A1 parse(String text) {
    if (text.startsWith("'")) {
      return quotedTitle(text);
    }
    int bang = text.lastIndexOf('!');
    return bang < 0
        ? new A1(Optional.empty(), text, false)
        : new A1(Optional.of(text.substring(0, bang)), text.substring(bang + 1), false);
  }

  /**
   * The text before and after the quotes; a title such as 'Jon's' with a single quote inside passes
   * too.
   */
  private static A1 quotedTitle(String text) {
    int bang = text.lastIndexOf("'!");
    int end = bang > 0 ? bang : text.endsWith("'") && text.length() > 1 ? text.length() - 1 : -1;
    if (end < 1) {
      return new A1(Optional.empty(), text, false);
    }
    String title = text.substring(1, end).replace("''", "'");
    String rest = end + 2 <= text.length() ? text.substring(end + 2) : "";
    return new A1(Optional.of(title), rest, true);
  }

  /** A title as it is printed before a range: quoted only where it must be. */
  public static String quote(String title) {
    boolean plain = PLAIN.matcher(title).matches() && !LIKE_CELL.matcher(title).matches();
    return plain ? title : "'" + title.replace("'", "''") + "'";
  }

  public static String print(String title, Area area) {
    return quote(title) + "!" + print(area);
  }

  public static String print(Area area) {
    String from = Columns.letters(area.startColumn()) + (area.startRow() + 1);
    return area.height() <= 1 && area.width() <= 1
        ? from
        : from + ":" + Columns.letters(area.endColumn() - 1) + area.endRow();
  }
}
