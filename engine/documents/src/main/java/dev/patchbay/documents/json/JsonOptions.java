package dev.patchbay.documents.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.documents.RenderOptions;
import dev.patchbay.documents.Replacement;
import dev.patchbay.documents.jinja.library.Filter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the options of a rendering: {@code replace}, a list of {@code op} (replace_pic,
 * replace_media, replace_embedded, replace_zipname), {@code what} and {@code by}. Other fields are
 * notes.
 */
public final class JsonOptions {
  private final FilesBeside files;
  private final Map<String, Filter> filters;

  /** With the files that options may refer to, and the filters of the caller. */
  public JsonOptions(FilesBeside files, Map<String, Filter> filters) {
    this.files = files;
    this.filters = Map.copyOf(filters);
  }

  /** The options; throws {@link JsonProblem} with the field that is wrong. */
  public RenderOptions read(JsonNode json) throws JsonProblem {
    List<Replacement> replacements = new ArrayList<>();
    for (var each : json.path("replace")) {
      replacements.add(replacement(each, "replace[" + replacements.size() + "]"));
    }
    return new RenderOptions(filters, replacements);
  }

  private Replacement replacement(JsonNode json, String path) throws JsonProblem {
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

  private byte[] file(JsonNode json, String field, String path) throws JsonProblem {
    try {
      return files.read(JsonData.text(json, field, path));
    } catch (IOException unreadable) {
      throw new JsonProblem(path + "." + field, "names a file that cannot be read");
    }
  }
}
