package dev.patchbay.testkit.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** The lines of one part. */
final class PartDump {
  private static final String R =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final Set<String> INLINE =
      Set.of("hyperlink", "ins", "smartTag", "sdt", "sdtContent", "fldSimple", "moveTo");
  private static final Set<String> NOTES = Set.of("footnote", "endnote", "comment");
  private static final Set<String> SEPARATORS =
      Set.of("separator", "continuationSeparator", "continuationNotice");

  private final List<String> out;
  private final boolean runs;
  private final Map<String, String> targets;

  PartDump(List<String> out, boolean runs, Map<String, String> targets) {
    this.out = out;
    this.runs = runs;
    this.targets = targets;
  }

  /** A run, and the relation of the link that it stands in. */
  private record Run(String text, String format, String link) {
    boolean looksLike(Run other) {
      return format.equals(other.format) && link.equals(other.link);
    }
  }

  void walk(Element parent, int indent) {
    for (var each : Dom.elements(parent)) {
      if (Dom.is(each, "p")) {
        paragraph(each, indent);
      } else if (Dom.is(each, "tbl")) {
        table(each, indent);
      } else if (Dom.is(each, "sdt")) {
        Dom.children(each, "sdtContent").forEach(content -> walk(content, indent));
      } else if (NOTES.contains(each.getLocalName())
          && !SEPARATORS.contains(Dom.attribute(each, "type"))) {
        out.add("NOTE id=" + Dom.attribute(each, "id"));
        walk(each, indent + 2);
      }
    }
  }

  private void paragraph(Element paragraph, int indent) {
    var head = " ".repeat(indent) + "P[" + style(paragraph) + "]";
    var found = new ArrayList<Run>();
    collect(paragraph, "", found);
    if (runs) {
      out.add(head);
      joined(found).forEach(run -> out.add(" ".repeat(indent) + line(run)));
    } else {
      var text = new StringBuilder();
      found.forEach(run -> text.append(run.text()));
      out.add(head + " " + Dom.escaped(text.toString()));
    }
    for (var each : Dom.all(paragraph)) {
      if (Dom.is(each, "txbxContent")) {
        out.add(" ".repeat(indent) + "TEXTBOX");
        walk(each, indent + 2);
      }
    }
  }

  private static String style(Element paragraph) {
    return Dom.children(paragraph, "pPr").stream()
        .flatMap(properties -> Dom.children(properties, "pStyle").stream())
        .map(style -> Dom.attribute(style, "val"))
        .findFirst()
        .orElse("");
  }

  private static void collect(Element parent, String link, List<Run> found) {
    for (var each : Dom.elements(parent)) {
      if (Dom.is(each, "r")) {
        found.add(new Run(RunDump.text(each), RunDump.format(each), link));
      } else if (Dom.W.equals(each.getNamespaceURI()) && INLINE.contains(each.getLocalName())) {
        var own = each.getAttributeNS(R, "id");
        collect(each, own.isEmpty() ? link : own, found);
      }
    }
  }

  private static List<Run> joined(List<Run> found) {
    var joined = new ArrayList<Run>();
    for (var run : found) {
      if (run.text().isEmpty()) {
        continue;
      }
      if (!joined.isEmpty() && joined.getLast().looksLike(run)) {
        var last = joined.removeLast();
        joined.add(new Run(last.text() + run.text(), run.format(), run.link()));
      } else {
        joined.add(run);
      }
    }
    return joined;
  }

  private String line(Run run) {
    var to = run.link().isEmpty() ? "" : " ->" + targets.getOrDefault(run.link(), run.link());
    return "  r(" + run.format() + ")" + to + " \"" + Dom.escaped(run.text()) + "\"";
  }

  private void table(Element table, int indent) {
    long columns =
        Dom.children(table, "tblGrid").stream()
            .mapToLong(grid -> Dom.children(grid, "gridCol").size())
            .sum();
    out.add(" ".repeat(indent) + "TABLE grid=" + columns);
    for (var row : Dom.children(table, "tr")) {
      out.add(" ".repeat(indent) + " ROW");
      for (var cell : Dom.children(row, "tc")) {
        out.add(" ".repeat(indent) + "  CELL(" + marks(cell) + ")");
        walk(cell, indent + 4);
      }
    }
  }

  private static String marks(Element cell) {
    var marks = new ArrayList<String>();
    for (var properties : Dom.children(cell, "tcPr")) {
      for (var name : List.of("gridSpan", "vMerge", "hMerge", "shd")) {
        for (var each : Dom.children(properties, name)) {
          var value = Dom.attribute(each, name.equals("shd") ? "fill" : "val");
          marks.add(name + "=" + (value.isEmpty() ? "continue" : value));
        }
      }
    }
    return String.join(",", marks);
  }
}
