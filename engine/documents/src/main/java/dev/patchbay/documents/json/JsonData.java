package dev.patchbay.documents.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.documents.jinja.value.Callable;
import dev.patchbay.documents.jinja.value.Fault;
import dev.patchbay.documents.rich.InlineImage;
import dev.patchbay.documents.rich.Listing;
import dev.patchbay.documents.rich.Picture;
import dev.patchbay.documents.rich.SignatureLine;
import dev.patchbay.documents.rich.Subdoc;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads the data of a rendering. Objects with {@code $type} are RichText, RichTextParagraph,
 * Listing, InlineImage, SignatureLine, Subdoc, or function, which must be among those that are
 * given.
 */
public final class JsonData {
  private final FilesBeside files;
  private final Map<String, Callable> functions;

  /** With the files and functions that the data may refer to. */
  public JsonData(FilesBeside files, Map<String, Callable> functions) {
    this.files = files;
    this.functions = Map.copyOf(functions);
  }

  /** The values by name; throws {@link JsonProblem} with the field that is wrong. */
  public Map<String, @Nullable Object> read(JsonNode json) throws JsonProblem {
    if (!json.isObject()) {
      throw new JsonProblem("the data", "must be a JSON object with a field for each name");
    }
    return fields(json, "");
  }

  private Map<String, @Nullable Object> fields(JsonNode json, String path) throws JsonProblem {
    var values = new LinkedHashMap<String, @Nullable Object>();
    for (var each : json.properties()) {
      var name = path.isEmpty() ? each.getKey() : path + "." + each.getKey();
      values.put(each.getKey(), value(each.getValue(), name));
    }
    return values;
  }

  private @Nullable Object value(JsonNode json, String path) throws JsonProblem {
    return switch (json.getNodeType()) {
      case NULL, MISSING -> null;
      case BOOLEAN -> json.booleanValue();
      case NUMBER -> json.isIntegralNumber() ? json.bigIntegerValue() : (Object) json.doubleValue();
      case STRING -> json.textValue();
      case ARRAY -> list(json, path);
      default -> json.has("$type") ? typed(json, path) : fields(json, path);
    };
  }

  private List<@Nullable Object> list(JsonNode json, String path) throws JsonProblem {
    var values = new ArrayList<@Nullable Object>();
    for (var each : json) {
      values.add(value(each, path + "[" + values.size() + "]"));
    }
    return values;
  }

  private Object typed(JsonNode json, String path) throws JsonProblem {
    try {
      return switch (json.path("$type").asText()) {
        case "RichText" -> RichJson.text(json, path);
        case "RichTextParagraph" -> RichJson.paragraphs(json, path);
        case "Listing" -> new Listing(text(json, "text", path));
        case "InlineImage" -> image(json, path);
        case "SignatureLine" -> signatureLine(json, path);
        case "Subdoc" -> subdoc(json, path);
        case "function" -> function(path);
        default ->
            throw new JsonProblem(
                path + ".$type",
                "must be RichText, RichTextParagraph, Listing, InlineImage, SignatureLine, Subdoc or"
                    + " function");
      };
    } catch (IOException unreadable) {
      throw new JsonProblem(path + ".path", "names a file that cannot be read beside the data");
    } catch (Fault fault) {
      throw new JsonProblem(path, fault.what() + "; " + fault.advice());
    }
  }

  static String text(JsonNode json, String field, String path) throws JsonProblem {
    if (!json.path(field).isTextual()) {
      throw new JsonProblem(path + "." + field, "must be a text");
    }
    return json.path(field).textValue();
  }

  private Object image(JsonNode json, String path) throws IOException, JsonProblem {
    var name = text(json, "path", path);
    return new InlineImage(
        name.substring(name.lastIndexOf('/') + 1),
        Picture.of(files.read(name)),
        size(json, "widthEmu", path),
        size(json, "heightEmu", path));
  }

  private static OptionalLong size(JsonNode json, String field, String path) throws JsonProblem {
    var size = json.path(field);
    if (size.isNull() || size.isMissingNode()) {
      return OptionalLong.empty();
    }
    if (!size.canConvertToLong() || size.longValue() < 1) {
      throw new JsonProblem(path + "." + field, "must be a whole number above 0, or null");
    }
    return OptionalLong.of(size.longValue());
  }

  private static Object signatureLine(JsonNode json, String path) throws JsonProblem {
    return new SignatureLine(
        text(json, "signer", path),
        optionalText(json, "title", path),
        optionalText(json, "email", path),
        optionalText(json, "instructions", path));
  }

  private static String optionalText(JsonNode json, String field, String path) throws JsonProblem {
    return json.hasNonNull(field) ? text(json, field, path) : "";
  }

  private Object subdoc(JsonNode json, String path) throws IOException, JsonProblem {
    return json.has("xml")
        ? new Subdoc.Body(text(json, "xml", path))
        : new Subdoc.File(files.read(text(json, "path", path)));
  }

  private Object function(String path) throws JsonProblem {
    var function = functions.get(path);
    if (function == null) {
      throw new JsonProblem(path, "is a function that only a program can hand in");
    }
    return function;
  }
}
