package dev.patchbay.core.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;

/** JSON values as the text that people expect. */
public final class JsonText {
  private static final int SHOWN = 40;

  private JsonText() {}

  /**
   * Text as it is, numbers in plain digits, lists of plain values joined by a comma, other things
   * as JSON.
   */
  public static String of(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> node.textValue();
      case NUMBER -> node.isIntegralNumber() ? node.asText() : node.decimalValue().toPlainString();
      case ARRAY -> isPlain(node) ? joined(node) : node.toString();
      case NULL, MISSING -> "";
      default -> node.isValueNode() ? node.asText() : node.toString();
    };
  }

  /** The start of a value, fit to stand in a message. */
  public static String shown(String text) {
    var start = text.codePoints().limit(SHOWN).map(c -> Character.isISOControl(c) ? ' ' : c);
    var shown = start.collect(StringBuilder::new, StringBuilder::appendCodePoint, (a, b) -> {});
    return shown.length() < text.length() ? shown + "…" : shown.toString();
  }

  private static boolean isPlain(JsonNode array) {
    return array.valueStream().allMatch(JsonNode::isValueNode);
  }

  private static String joined(JsonNode array) {
    return array.valueStream().map(JsonText::of).collect(Collectors.joining(", "));
  }
}
