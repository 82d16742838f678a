package dev.patchbay.documents.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.documents.RenderOptions;
import dev.patchbay.documents.Replacement;
import dev.patchbay.documents.jinja.library.Filter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the options of a rendering: {@code replace}, a list of {@code op} (replace_pic,
 * replace_media, replace_embedded, replace_zipname), {@code what} and {@code by}. Notes on a case
 * may stand beside it; any other field is refused.
 */
public final class JsonOptions {
  private static final String REPLACE = "replace";

  /** They say where a case is from, and what becomes of it; nothing is done about them. */
  private static final Set<String> NOTES =
      Set.of("id", "note", "script", "reference", "error", "autoescape", "customFilters");

  private static final Set<String> OF_REPLACEMENT = Set.of("op", "what", "by");

  private final FilesBeside files;
  private final Map<String, Filter> filters;

  /** With the files that options may refer to, and the filters of the caller. */
  public JsonOptions(FilesBeside files, Map<String, Filter> filters) {
    this.files = files;
    this.filters = Map.copyOf(filters);
  }

  /** The options; throws {@link JsonProblem} with the field that is wrong. */
  public RenderOptions read(JsonNode json) throws JsonProblem {
    if (!json.isObject()) {
      throw new JsonProblem("the options", "must be a JSON object, such as {\"replace\": []}");
    }
    for (var name : (Iterable<String>) json::fieldNames) {
      if (!name.equals(REPLACE) && !NOTES.contains(name)) {
        throw new JsonProblem(
            name,
            "is no option: there is “" + REPLACE + "”; what you want to note, put into “note”");
      }
    }
    List<Replacement> replacements = new ArrayList<>();
    for (var each : list(json)) {
      replacements.add(replacement(each, REPLACE + "[" + replacements.size() + "]"));
    }
    return new RenderOptions(filters, replacements);
  }

  private static JsonNode list(JsonNode json) throws JsonProblem {
    var list = json.path(REPLACE);
    if (!list.isArray() && !list.isMissingNode()) {
      throw new JsonProblem(
          REPLACE, "must be a list, such as [{\"op\": …, \"what\": …, \"by\": …}]");
    }
    return list;
  }

  private Replacement replacement(JsonNode json, String path) throws JsonProblem {
    demandKnown(json, path);
    var what = JsonData.text(json, "what", path);
    var by = file(json, "by", path);
    return switch (json.path("op").asText()) {
      case "replace_pic" -> new Replacement.Named(what, by);
      case "replace_media" -> new Replacement.Media(file(json, "what", path), by);
      case "replace_embedded" -> new Replacement.Embedded(file(json, "what", path), by);
      case "replace_zipname" -> new Replacement.ZipName(what, by);
      default ->
          throw new JsonProblem(
              path + ".op",
              "must be replace_pic, replace_media, replace_embedded or replace_zipname");
    };
  }

  private static void demandKnown(JsonNode json, String path) throws JsonProblem {
    if (!json.isObject()) {
      throw new JsonProblem(path, "must be an object with “op”, “what” and “by”");
    }
    for (var name : (Iterable<String>) json::fieldNames) {
      if (!OF_REPLACEMENT.contains(name)) {
        throw new JsonProblem(path + "." + name, "is not known: there are “op”, “what” and “by”");
      }
    }
  }

  private byte[] file(JsonNode json, String field, String path) throws JsonProblem {
    try {
      return files.read(JsonData.text(json, field, path));
    } catch (IOException unreadable) {
      throw new JsonProblem(path + "." + field, "names a file that cannot be read");
    }
  }
}
