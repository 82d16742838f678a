package dev.patchbay.spreadsheets.read.xlsx;

import java.util.ArrayDeque;
import java.util.Deque;

/** Names of parts within an archive: {@code xl/worksheets/sheet1.xml}. */
final class PartName {
  private PartName() {}

  /** Whether a name leads out of the archive. */
  static boolean escapes(String name) {
    return name.startsWith("/")
        || name.equals("..")
        || name.startsWith("../")
        || name.endsWith("/..")
        || name.contains("/../")
        || name.indexOf('\0') >= 0
        || (name.length() > 1 && name.charAt(1) == ':');
  }

  /** The part that a target means, seen from another part; absolute ones begin at the root. */
  static String resolve(String from, String target) {
    var path = target.replace('\\', '/');
    var base = path.startsWith("/") ? "" : from.substring(0, from.lastIndexOf('/') + 1);
    Deque<String> steps = new ArrayDeque<>();
    for (var step : (base + path).split("/", -1)) {
      if (step.equals("..")) {
        steps.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return String.join("/", steps);
  }

  /** Where the relationships of a part are; those of the archive itself for an empty name. */
  static String relationshipsOf(String part) {
    int name = part.lastIndexOf('/') + 1;
    return part.substring(0, name) + "_rels/" + part.substring(name) + ".rels";
  }
}
