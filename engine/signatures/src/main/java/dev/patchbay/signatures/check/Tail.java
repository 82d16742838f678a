package dev.patchbay.signatures.check;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSObjectKey;

/**
 * What stands behind a signed part of a file. Every reader sees the same in it only if it is made
 * of changes as PDF has them (ISO 32000-2, 7.5.6): each ends with the place of a table that lists
 * its objects. Where the table is not there, some readers take whatever objects they come across,
 * and others pass them over. So it is with a table that takes objects out of use that are needed.
 */
final class Tail {
  /** A table, or the beginning of a stream that holds one. */
  private static final Pattern TABLE =
      Pattern.compile(
          "\\s{0,9}(?:xref\\b(?<text>[\\s\\dfn]*+)trailer\\b"
              + "|(?<number>\\d{1,10})\\s{1,9}(?<generation>\\d{1,5})\\s{1,9}obj\\b)");

  /** Readers look for the last words of a file in so many bytes. */
  private static final Pattern BLANK = Pattern.compile("[\\s\\x00]{0,1000}");

  private final COSDocument document;
  private final String tail;
  private final int end;
  private final Map<Long, Integer> generations = new HashMap<>();

  private Tail(COSDocument document, String tail, int end) {
    this.document = document;
    this.tail = tail;
    this.end = end;
  }

  /**
   * Whether it is blank, or made of such changes.
   *
   * @param end how many bytes were signed
   */
  static boolean isReadAlike(FileStates file, int end) {
    try (var now = file.at(file.size())) {
      var tail = new Tail(now.getDocument(), file.behind(end), end);
      return tail.isMadeOfChanges() && !tail.takesAwayWhatIsNeeded();
    } catch (IOException malformed) {
      return false;
    }
  }

  private boolean isMadeOfChanges() throws IOException {
    var changes = FileStates.END.matcher(tail);
    int passed = 0;
    while (changes.find()) {
      long at = Long.parseLong(changes.group(1)) - end;
      if (at < passed || at > changes.start()) {
        return false;
      }
      var table = TABLE.matcher(tail).region((int) at, changes.start());
      if (!table.lookingAt()) {
        return false;
      }
      generations.putAll(table(table).generations());
      passed = changes.end();
    }
    return BLANK.matcher(tail).region(passed, tail.length()).matches();
  }

  private ChangeTable table(Matcher table) throws IOException {
    if (table.group("text") != null) {
      return ChangeTable.ofText(table.group("text"));
    }
    long number = Long.parseLong(table.group("number"));
    int generation = Integer.parseInt(table.group("generation"));
    return ChangeTable.ofStream(document, new COSObjectKey(number, generation));
  }

  private boolean takesAwayWhatIsNeeded() {
    return ObjectsInUse.of(document).stream()
        .anyMatch(
            key ->
                generations.getOrDefault(key.getNumber(), key.getGeneration())
                    != key.getGeneration());
  }
}
