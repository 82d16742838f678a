package dev.patchbay.documents.jinja.value;

import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** One call of {@code str.format}. */
final class BraceFormat {
  private static final Pattern STEP = Pattern.compile("\\.([^.\\[]+)|\\[([^\\]]+)\\]");

  private final Arguments arguments;
  private final BiFunction<Object, Object, Object> field;
  private int next;

  BraceFormat(Arguments arguments, BiFunction<Object, Object, Object> field) {
    this.arguments = arguments;
    this.field = field;
  }

  String fill(String format, int depth) {
    var out = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      boolean twice = i + 1 < format.length() && format.charAt(i + 1) == c;
      if (c != '{' && c != '}') {
        out.append(c);
      } else if (twice) {
        out.append(c);
        i++;
      } else if (c == '}') {
        throw unbalanced();
      } else {
        int end = end(format, i);
        out.append(replaced(format.substring(i + 1, end), depth));
        i = end;
      }
      Arithmetic.limit(out.length());
    }
    return out.toString();
  }

  private static int end(String format, int start) {
    int open = 0;
    for (int i = start; i < format.length(); i++) {
      if (format.charAt(i) == '{') {
        open++;
      } else if (format.charAt(i) == '}' && --open == 0) {
        return i;
      }
    }
    throw unbalanced();
  }

  private static Fault unbalanced() {
    return new Fault("a format has a single brace", "Write {} for a place and {{ for a brace.");
  }

  private String replaced(String place, int depth) {
    if (depth > 2) {
      throw new Fault("a format is nested too deep", "Make it simpler.");
    }
    int colon = place.indexOf(':');
    var spec = colon < 0 ? "" : fill(place.substring(colon + 1), depth + 1);
    var name = colon < 0 ? place : place.substring(0, colon);
    int mark = name.indexOf('!');
    Object value = value(mark < 0 ? name : name.substring(0, mark));
    if (mark >= 0) {
      value = converted(value, name.substring(mark + 1));
    }
    return spec.isEmpty() ? PythonText.str(value) : FormatSpec.of(spec).format(value);
  }

  private static String converted(Object value, String way) {
    return switch (way) {
      case "r" -> PythonText.repr(value);
      case "a" -> PythonText.ascii(value);
      case "s" -> PythonText.str(value);
      default -> throw new Fault("“!" + way + "” is not known in a format", "Use !r or !s.");
    };
  }

  private Object value(String path) {
    int end = 0;
    while (end < path.length() && ".[".indexOf(path.charAt(end)) < 0) {
      end++;
    }
    Object value = first(path.substring(0, end));
    var steps = STEP.matcher(path).region(end, path.length());
    while (steps.find()) {
      value = field.apply(value, key(steps.group(1) != null ? steps.group(1) : steps.group(2)));
      Values.refuseUndefined(value);
    }
    return value;
  }

  private Object first(String name) {
    if (name.isEmpty() || name.chars().allMatch(Character::isDigit)) {
      int place =
          name.isEmpty() ? next++ : Integer.parseInt(name.substring(0, Math.min(6, name.length())));
      if (place >= arguments.positional().size()) {
        throw new Fault("a format has more places than values", "Give a value for each {}.");
      }
      return arguments.positional().get(place);
    }
    Object value = arguments.named().get(name);
    if (value == null) {
      throw new Fault("a format asks for “" + name + "”, which is not given", "Give it.");
    }
    return value;
  }

  private static Object key(String step) {
    return step.chars().allMatch(Character::isDigit) ? new java.math.BigInteger(step) : step;
  }
}
