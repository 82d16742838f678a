package dev.patchbay.documents.jinja.library;

import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.Arithmetic;
import dev.patchbay.documents.jinja.value.Fault;
import dev.patchbay.documents.jinja.value.Markup;
import dev.patchbay.documents.jinja.value.None;
import dev.patchbay.documents.jinja.value.Numbers;
import dev.patchbay.documents.jinja.value.PythonText;
import dev.patchbay.documents.jinja.value.Tuple;
import dev.patchbay.documents.jinja.value.Values;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values as JSON, written as Python does: keys in order, all but ASCII escaped. */
final class JsonText {
  private final StringBuilder out = new StringBuilder();
  private final int indent;

  private JsonText(int indent) {
    this.indent = indent;
  }

  static Object filter(Object value, Arguments arguments, Rendering rendering) {
    var indent = arguments.bind("tojson", "indent").get("indent").filter(Numbers::isInt);
    var json = new JsonText(indent.map(Numbers::index).map(each -> Math.min(16, each)).orElse(-1));
    json.write(value, 0);
    return new Markup(json.out.toString());
  }

  private void write(Object value, int depth) {
    if (depth > 50) {
      throw new Fault("the value is nested too deep for JSON", "Hand in a simpler one.");
    }
    Arithmetic.limit(out.length());
    switch (value) {
      case None _ -> out.append("null");
      case Boolean truth -> out.append(truth);
      case Map<?, ?> map -> writeMap(map, depth);
      case List<?> items -> writeList(Values.items(items), depth);
      case Tuple(var items, _) -> writeList(items, depth);
      default -> writeScalar(value);
    }
  }

  private void writeScalar(Object value) {
    if (Numbers.isNumber(value)) {
      out.append(PythonText.str(value));
    } else if (Values.text(value).isPresent()) {
      quote(Values.text(value).orElseThrow());
    } else {
      throw new Fault(Values.typeName(value) + " cannot be written as JSON", "Hand in plain data.");
    }
  }

  private void writeMap(Map<?, ?> map, int depth) {
    var sorted = new TreeMap<String, Object>();
    map.forEach((key, each) -> sorted.put(PythonText.str(key), each));
    out.append('{');
    var between = "";
    for (var each : sorted.entrySet()) {
      out.append(between);
      line(depth + 1);
      quote(each.getKey());
      out.append(": ");
      write(each.getValue(), depth + 1);
      between = comma();
    }
    close('}', sorted.isEmpty(), depth);
  }

  private void writeList(List<Object> items, int depth) {
    out.append('[');
    var between = "";
    for (var each : items) {
      out.append(between);
      line(depth + 1);
      write(each, depth + 1);
      between = comma();
    }
    close(']', items.isEmpty(), depth);
  }

  private String comma() {
    return indent < 0 ? ", " : ",";
  }

  private void line(int depth) {
    if (indent >= 0) {
      out.append('\n').append(" ".repeat(indent * depth));
    }
  }

  private void close(char bracket, boolean empty, int depth) {
    if (!empty) {
      line(depth);
    }
    out.append(bracket);
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> out.append(isPlain(c) ? "" + c : String.format("\\u%04x", (int) c));
      }
    }
    out.append('"');
  }

  private static boolean isPlain(char c) {
    return c >= 0x20 && c < 0x7f && "<>&'".indexOf(c) < 0;
  }
}
