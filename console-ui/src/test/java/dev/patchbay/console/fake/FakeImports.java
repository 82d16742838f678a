package dev.patchbay.console.fake;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patchbay.model.Page;
import dev.patchbay.model.imports.ImportColumn;
import dev.patchbay.model.imports.ImportCounts;
import dev.patchbay.model.imports.ImportDraft;
import dev.patchbay.model.imports.ImportPass;
import dev.patchbay.model.imports.ImportPreview;
import dev.patchbay.model.imports.ImportPreview.Column;
import dev.patchbay.model.imports.ImportProblem;
import dev.patchbay.model.imports.ImportProfileDraft;
import dev.patchbay.model.imports.ImportProfileView;
import dev.patchbay.model.imports.ImportView;
import dev.patchbay.model.imports.RequestField;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.service.ServiceState;
import dev.patchbay.model.service.ServiceView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Imports that are checked, or sent, as soon as they arrive. */
public final class FakeImports {
  /** What the annotated copy of every import holds. */
  public static final byte[] COPY = "a workbook".getBytes(StandardCharsets.UTF_8);

  private static final List<ImportColumn> OLD_LIST =
      List.of(
          ImportColumn.of("title", "title"),
          new ImportColumn(
              "requestedAt", "Datum", null, null, "dd.MM.yyyy", "de-DE", null, true, Map.of()),
          ImportColumn.of("status", "Stand"),
          new ImportColumn("channel", null, "paper", null, null, null, null, true, Map.of()));

  private static final Pattern NAME = Pattern.compile("filename=\"([^\"]*)\"");
  private static final Pattern JSON = Pattern.compile("\\{.*}");

  /** The imports by id, the oldest first. */
  public final Map<String, ImportView> byId = new LinkedHashMap<>();

  /** The files that were sent, as text. */
  public final List<String> forms = new ArrayList<>();

  /** The saved profiles by name. */
  public final Map<String, ImportProfileView> profiles = new LinkedHashMap<>();

  private final ObjectMapper json;
  private final Instant now;

  FakeImports(ObjectMapper json, Instant now) {
    this.json = json;
    this.now = now;
    add("old list.xlsx", false, RunState.DONE);
    profiles.put("Old list", new ImportProfileView("Old list", OLD_LIST, 3, now, "anna"));
  }

  /** Nothing was ever imported. */
  public void forget() {
    byId.clear();
  }

  private ImportView add(String file, boolean dryRun, RunState state) {
    var view =
        new ImportView(
            "i-" + (byId.size() + 1),
            file,
            file,
            "requests",
            null,
            dryRun,
            state,
            ImportPass.FINISHED,
            "anna",
            now.minusSeconds(120),
            now.minusSeconds(119),
            now.minusSeconds(100),
            1_204,
            1_204L,
            dryRun
                ? new ImportCounts(1_204, 1_200, 3, 1, 0, 0, 0)
                : new ImportCounts(1_204, 1_200, 3, 1, 1_190, 8, 2),
            List.of("Colour"),
            true,
            true,
            null);
    byId.put(view.id(), view);
    return view;
  }

  /** What a call is answered. */
  Object answer(String method, List<String> path, boolean asJson, byte[] body) throws IOException {
    if (path.size() == 2 && path.get(1).equals("preview")) {
      return preview(new String(body, StandardCharsets.UTF_8));
    }
    if (path.size() == 1) {
      return method.equals("GET")
          ? new Page<>(new ArrayList<>(byId.values()).reversed(), null)
          : received(new String(body, StandardCharsets.UTF_8));
    }
    var view = byId.get(path.get(1));
    if (view == null) {
      throw new FakeHub.Refusal(404, "Not found", "There is no such import.");
    }
    if (path.size() == 2) {
      return view;
    }
    return switch (path.get(2)) {
      case "errors" ->
          asJson
              ? new Page<>(problems(), null)
              : "row,column\n7,C\n".getBytes(StandardCharsets.UTF_8);
      case "annotated" -> COPY;
      default -> view;
    };
  }

  private ImportView received(String form) throws IOException {
    forms.add(form);
    var asked = json.readValue(found(JSON, form), ImportDraft.class);
    return add(found(NAME, form), asked.dryRun(), RunState.DONE);
  }

  private static String found(Pattern part, String form) {
    var found = part.matcher(form);
    if (!found.find()) {
      throw new FakeHub.Refusal(400, "Invalid", "The form lacks a part.");
    }
    return found.group(found.groupCount());
  }

  private static ImportPreview preview(String form) {
    return new ImportPreview(
        found(NAME, form),
        List.of("Sheet1"),
        "Sheet1",
        form.contains("windows-1250") ? "windows-1250" : "windows-1252",
        "semicolon",
        List.of(
            new Column("A", "Title", List.of("Pothole in the road", "Lamp is out"), "title"),
            new Column("B", "Datum", List.of("31.01.2026", "02.02.2026"), null),
            new Column("C", "Breite", List.of("52,51", "52,49"), null),
            new Column("D", "", List.of("x"), null),
            new Column("E", "Colour", List.of("red"), null)),
        List.of(
            new RequestField("title", RequestField.Kind.TEXT, true),
            new RequestField("status", RequestField.Kind.TEXT, false),
            new RequestField("requestedAt", RequestField.Kind.TIME, false),
            new RequestField("lat", RequestField.Kind.NUMBER, false)));
  }

  /** Lists the profiles, keeps or changes one. */
  Object profile(String method, byte[] body) throws IOException {
    if (method.equals("GET")) {
      return new Page<>(List.copyOf(profiles.values()), null);
    }
    var draft = json.readValue(body, ImportProfileDraft.class);
    var before = profiles.get(draft.name());
    if (method.equals("POST") && before != null) {
      throw new FakeHub.Refusal(409, "Conflict", "There already is such a profile.");
    }
    long version = before == null ? 1 : before.version() + 1;
    var kept = new ImportProfileView(draft.name(), draft.columns(), version, now, "anna");
    profiles.put(draft.name(), kept);
    return kept;
  }

  private static List<ImportProblem> problems() {
    return List.of(
        new ImportProblem(
            7,
            "C",
            "Requested at",
            "31.02.2026",
            "is no day of the calendar; write it as 2026-02-28"),
        new ImportProblem(19, "A", "Title", "", "must not be empty"),
        new ImportProblem(20, "", "", "", "is the same as row 19"));
  }

  List<ServiceView> services() {
    return List.of(
        new ServiceView(
            "requests",
            "rest",
            Map.of("url", "http://requests.city.example"),
            List.of(),
            true,
            ServiceState.UP,
            null,
            null,
            List.of(),
            1));
  }
}
