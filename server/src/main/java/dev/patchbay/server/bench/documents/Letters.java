package dev.patchbay.server.bench.documents;

import dev.patchbay.documents.DocumentTemplate;
import dev.patchbay.documents.FileTemplate;
import dev.patchbay.documents.Preparation;
import dev.patchbay.documents.RenderOptions;
import dev.patchbay.documents.Rendition;
import dev.patchbay.documents.TemplateLimits;
import dev.patchbay.documents.json.JsonData;
import dev.patchbay.documents.json.JsonProblem;
import dev.patchbay.server.http.ServerJson;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills in one template, which is read once, each time for another request. */
final class Letters {
  private final FileTemplate template;
  private final Map<String, @Nullable Object> data;

  private Letters(FileTemplate template, Map<String, @Nullable Object> data) {
    this.template = template;
    this.data = data;
  }

  static Letters of(Path template, Path data) throws IOException, JsonProblem {
    var json = ServerJson.MAPPER.readTree(Files.readAllBytes(data));
    var values = new JsonData(Letters::noFile, Map.of()).read(json);
    return switch (DocumentTemplate.prepare(Files.readAllBytes(template), TemplateLimits.USUAL)) {
      case Preparation.Ready(var ready) -> new Letters(ready, values);
      case Preparation.Refused refused -> throw new IllegalStateException(refused.toString());
    };
  }

  private static byte[] noFile(String name) throws IOException {
    throw new FileNotFoundException(name);
  }

  void fill(int times) {
    for (int i = 0; i < times; i++) {
      fillFor("r-" + i);
    }
  }

  byte[] fillFor(String id) {
    var values = new LinkedHashMap<>(data);
    values.put("id", id);
    return switch (template.render(values, RenderOptions.NONE)) {
      case Rendition.Made(var docx) -> docx;
      case Rendition.Failed(var problem) -> throw new IllegalStateException(problem.message());
    };
  }
}
