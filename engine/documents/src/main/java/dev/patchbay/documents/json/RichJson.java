package dev.patchbay.documents.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.documents.rich.Look;
import dev.patchbay.documents.rich.RichParagraphs;
import dev.patchbay.documents.rich.RichText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** Rich text as a list of operations, each with a text and its properties. */
final class RichJson {
  private static final Set<String> PROPERTIES =
      Set.of(
          "bold",
          "italic",
          "underline",
          "strike",
          "color",
          "highlight",
          "size",
          "font",
          "style",
          "superscript",
          "subscript",
          "url",
          "url_id",
          "parastyle");

  private RichJson() {}

  static RichText text(JsonNode json, String path) throws JsonProblem {
    var spans = new ArrayList<RichText.Span>();
    for (var op : operations(json, path)) {
      spans.add(span(op, path + ".ops[" + spans.size() + "]"));
    }
    return new RichText(spans);
  }

  private static JsonNode operations(JsonNode json, String path) throws JsonProblem {
    if (!json.path("ops").isArray()) {
      throw new JsonProblem(path + ".ops", "must be a list");
    }
    return json.path("ops");
  }

  private static RichText.Span span(JsonNode op, String path) throws JsonProblem {
    var text = op.path("text");
    if (text.isObject()) {
      return new RichText.Span.Nested(text(text, path + ".text"));
    }
    return new RichText.Span.Plain(
        text.isValueNode() ? text.asText() : JsonData.text(op, "text", path), look(op, path));
  }

  private static Look look(JsonNode op, String path) throws JsonProblem {
    var values = new HashMap<String, String>();
    for (var each : op.path("props").properties()) {
      if (!PROPERTIES.contains(each.getKey())) {
        throw new JsonProblem(path + ".props." + each.getKey(), "is no property of rich text");
      }
      if (!isNothing(each.getValue())) {
        values.put(each.getKey(), each.getValue().asText());
      }
    }
    return new Look(values);
  }

  /** To Python, 0 is nothing, too: there is no size of 0. */
  private static boolean isNothing(JsonNode value) {
    return value.isNull() || (value.isNumber() && value.intValue() == 0);
  }

  static RichParagraphs paragraphs(JsonNode json, String path) throws JsonProblem {
    var paragraphs = new ArrayList<RichParagraphs.Paragraph>();
    for (var op : operations(json, path)) {
      var at = path + ".ops[" + paragraphs.size() + "]";
      paragraphs.add(
          new RichParagraphs.Paragraph(
              new RichText(List.of(span(op, at))), op.path("props").path("parastyle").asText("")));
    }
    return new RichParagraphs(paragraphs);
  }
}
