package dev.patchbay.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The message types of an API: which fields there are and of which kind. Refuses unknown names and
 * wrong kinds in request bodies, and paths of {@code fields} masks that lead nowhere.
 *
 * <p>Read from a list of lines {@code Type field:kind …}; a kind is {@code string}, {@code bool},
 * {@code int}, {@code long}, {@code number}, {@code any}, {@code <enum>}, a type, {@code [list]} or
 * {@code {map}}. Constants of enums are listed where they are known for certain; elsewhere an enum
 * is a {@code string}.
 */
public final class Schema {

  /** All messages of Sheets v4. */
  public static final Schema SHEETS =
      new Schema(types("sheets-v4.types"), Listing.read("sheets-v4.enums"));

  /** The messages of Drive v3 that the sandbox answers with. */
  public static final Schema DRIVE = new Schema(types("drive-v3.types"), Map.of());

  private static final String SHEETS_TYPE = "type.googleapis.com/google.apps.sheets.v4.";

  private final Map<String, Map<String, String>> types;
  private final Map<String, List<String>> enums;

  private Schema(Map<String, Map<String, String>> types, Map<String, List<String>> enums) {
    this.types = types;
    this.enums = enums;
  }

  /** Refuses a body that does not fit a type, in the words of Google's JSON reader. */
  public void check(String type, JsonNode body) {
    check(type, body, "");
  }

  /** As {@link #check(String, JsonNode)}, for a body that Google knows by a name of its own. */
  public void check(String type, JsonNode body, String root) {
    if (!body.isObject()) {
      throw ApiError.invalid(
          "Invalid JSON payload received. Unknown name \"\": Root element must be a message.");
    }
    message(type, body, root);
  }

  /** Refuses a mask that names a field which the type does not have. */
  public void check(String type, FieldMask mask) {
    mask.children().keySet().forEach(name -> maskField(type, name, mask, ""));
  }

  /** True when a dotted path exists below a type; {@code *} always does. */
  public boolean has(String type, String path) {
    String kind = type;
    for (String name : path.split("\\.", -1)) {
      if (name.equals("*")) {
        return true;
      }
      String field = fields(element(kind)).get(camel(name));
      if (field == null) {
        return false;
      }
      kind = field;
    }
    return true;
  }

  private void maskField(String type, String name, FieldMask mask, String prefix) {
    String path = prefix.isEmpty() ? name : prefix + "." + name;
    if (name.equals("*") || !types.containsKey(type)) {
      return;
    }
    String kind = fields(type).get(camel(name));
    if (kind == null) {
      throw ApiError.badMask(path);
    }
    FieldMask below = mask.child(name);
    if (kind.startsWith("{") || kind.equals("any")) {
      return;
    }
    below.children().keySet().forEach(child -> maskField(element(kind), child, below, path));
  }

  private void message(String type, JsonNode body, String path) {
    Map<String, String> fields = fields(type);
    body.properties()
        .forEach(
            e -> {
              String kind = fields.get(camel(e.getKey()));
              if (kind == null) {
                throw unknown(e.getKey(), path);
              }
              value(kind, e.getValue(), path.isEmpty() ? e.getKey() : path + "." + e.getKey());
            });
  }

  private void value(String kind, JsonNode value, String path) {
    if (value.isNull() || kind.equals("any")) {
      return;
    }
    switch (kind) {
      case "string" -> require(value.isTextual(), "TYPE_STRING", value, path);
      case "bool" -> require(value.isBoolean() || bool(value), "TYPE_BOOL", value, path);
      case "int" -> require(whole(value), "TYPE_INT32", value, path);
      case "long" -> require(whole(value), "TYPE_INT64", value, path);
      case "number" -> require(value.isNumber() || numeric(value), "TYPE_DOUBLE", value, path);
      default -> composite(kind, value, path);
    }
  }

  private void composite(String kind, JsonNode value, String path) {
    if (kind.equals("[[any]]")) {
      rows(value, path);
    } else if (kind.startsWith("<")) {
      String name = element(kind);
      require(isConstant(name, value), SHEETS_TYPE + name, value, path);
    } else if (kind.startsWith("[")) {
      if (!value.isArray()) {
        value(element(kind), value, path);
        return;
      }
      for (int i = 0; i < value.size(); i++) {
        value(element(kind), value.get(i), path + "[" + i + "]");
      }
    } else if (kind.startsWith("{")) {
      value.properties().forEach(e -> value(element(kind), e.getValue(), path + "." + e.getKey()));
    } else if (value.isObject()) {
      message(kind, value, path);
    } else {
      throw wrong(SHEETS_TYPE + kind, value, path);
    }
  }

  private static void rows(JsonNode value, String path) {
    if (!value.isArray()) {
      throw wrong("type.googleapis.com/google.protobuf.ListValue", value, path);
    }
    for (int i = 0; i < value.size(); i++) {
      if (!value.get(i).isArray()) {
        throw wrong(
            "type.googleapis.com/google.protobuf.ListValue", value.get(i), path + "[" + i + "]");
      }
    }
  }

  private static ApiError unknown(String name, String path) {
    String where = path.isEmpty() ? "" : " at '" + snakePath(path) + "'";
    String text =
        "Invalid JSON payload received. Unknown name \""
            + name
            + "\""
            + where
            + ": Cannot find field.";
    return ApiError.violation(snakePath(path), text);
  }

  private static void require(boolean fits, String type, JsonNode value, String path) {
    if (!fits) {
      throw wrong(type, value, path);
    }
  }

  private static ApiError wrong(String type, JsonNode value, String path) {
    String field = snakePath(path);
    return ApiError.violation(
        field, "Invalid value at '" + field + "' (" + type + "), " + Json.text(value));
  }

  /** Protobuf's JSON takes numbers for constants, too. */
  private boolean isConstant(String name, JsonNode value) {
    return value.isIntegralNumber()
        || (value.isTextual()
            && (value.textValue().isEmpty()
                || enums.getOrDefault(name, List.of()).contains(value.textValue())));
  }

  private static boolean whole(JsonNode value) {
    if (value.isNumber()) {
      return value.doubleValue() == Math.rint(value.doubleValue());
    }
    return value.isTextual() && value.textValue().matches("-?\\d{1,19}");
  }

  private static boolean numeric(JsonNode value) {
    return value.isTextual() && value.textValue().matches("-?\\d+(\\.\\d+)?|NaN|-?Infinity");
  }

  private static boolean bool(JsonNode value) {
    return value.isTextual()
        && (value.textValue().equals("true") || value.textValue().equals("false"));
  }

  private Map<String, String> fields(String type) {
    return types.getOrDefault(type, Map.of());
  }

  private static String element(String kind) {
    String inner = kind;
    while (inner.startsWith("[") || inner.startsWith("{") || inner.startsWith("<")) {
      inner = inner.substring(1, inner.length() - 1);
    }
    return inner;
  }

  private static String camel(String name) {
    if (name.indexOf('_') < 0) {
      return name;
    }
    StringBuilder camel = new StringBuilder();
    for (String part : name.split("_", -1)) {
      camel.append(
          camel.isEmpty() || part.isEmpty()
              ? part
              : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return camel.toString();
  }

  private static String snakePath(String path) {
    return path.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private static Map<String, Map<String, String>> types(String name) {
    Map<String, Map<String, String>> types = new HashMap<>();
    Listing.read(name).forEach((type, fields) -> types.put(type, kinds(fields)));
    return types;
  }

  private static Map<String, String> kinds(List<String> fields) {
    Map<String, String> kinds = new HashMap<>();
    for (String field : fields) {
      int colon = field.indexOf(':');
      kinds.put(field.substring(0, colon), field.substring(colon + 1));
    }
    return kinds;
  }
}
