package dev.patchbay.sandbox.page;

import dev.patchbay.sandbox.faults.Faults;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ApiCall;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.quota.Stats;
import dev.patchbay.sandbox.store.Library;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The page that shows the sheets live, and what it asks for: {@code /_files} tells of all files,
 * calls and faults, {@code /_files/{id}/{sheetId}} shows some rows of a tab.
 */
public record Page(Library library, Stats stats, Faults faults, InstantSource clock) {

  private static final String FILES = "/_files";

  /** Empty for paths that are not the page's. */
  public Optional<Answer> answer(ApiCall call) {
    if (!call.method().equals("GET")) {
      return Optional.empty();
    }
    if (call.path().equals(FILES)) {
      return Optional.of(Answer.ok(overview()));
    }
    return call.path().startsWith(FILES + "/")
        ? Optional.of(tab(call))
        : Assets.answer(call.path());
  }

  private com.fasterxml.jackson.databind.JsonNode overview() {
    var json = Json.object().put("now", clock.instant().toString());
    var files = json.putArray("files");
    library.all().reversed().forEach(file -> files.add(FileSummary.of(file)));
    json.set("stats", stats.toJson());
    json.set("faults", faults.toJson().path("faults"));
    return json;
  }

  private Answer tab(ApiCall call) {
    try {
      List<String> names = List.of(call.path().substring(FILES.length() + 1).split("/", -1));
      if (names.size() != 2 || !names.get(1).matches("\\d{1,10}")) {
        throw ApiError.notFound();
      }
      var rows = new RowWindow(call.query().text("from"), call.query().text("rows"));
      var file = library.get(names.getFirst());
      return Answer.ok(TabView.of(file, Long.parseLong(names.get(1)), rows, clock.instant()));
    } catch (ApiError e) {
      return Answer.json(e.code(), e.toStatusJson());
    }
  }
}
