package dev.patchbay.console.fake;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patchbay.model.Page;
import dev.patchbay.model.dataset.RowFilter;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.Firings;
import dev.patchbay.model.job.Firings.Firing;
import dev.patchbay.model.job.FiringsDraft;
import dev.patchbay.model.job.RunLogLine;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Schedules and runs; a run that is under way moves on each time somebody looks. */
public final class FakeJobs {
  /** What the file of every run holds. */
  public static final byte[] FILE = "id,title\n1,Pothole\n".getBytes(StandardCharsets.UTF_8);

  private static final String WEEKDAYS = "0 0 7 ? * MON-FRI";
  private static final ZoneOffset CITY = ZoneOffset.ofHours(1);
  private static final int TOTAL = 200_000;

  /** The schedules by name. */
  public final Map<String, ScheduleView> schedules = new LinkedHashMap<>();

  /** The runs by id, the oldest first. */
  public final Map<String, RunView> runs = new LinkedHashMap<>();

  private final ObjectMapper json;
  private final Instant now;

  FakeJobs(ObjectMapper json, Instant now) {
    this.json = json;
    this.now = now;
    add(ScheduleDraft.of("Open requests", export("Open requests"), WEEKDAYS, "Europe/Berlin"));
    add(ScheduleDraft.of("Archive", export("Archive"), "0 0 3 1 * ?", "UTC").withEnabled(false));
    run("r-1", "Open requests", RunState.DONE, 4_212, null);
    run("r-2", "Archive", RunState.FAILED, 0, "Column 'phase' is no longer there.");
    run("r-3", "Open requests", RunState.RUNNING, 50_000, null);
  }

  /** Nothing was ever planned or run. */
  public void forget() {
    schedules.clear();
    runs.clear();
  }

  private static ExportDraft export(String name) {
    var filter = RowFilter.of("status", "open");
    return new ExportDraft(
        "requests", ExportFormat.XLSX, filter, "-updatedAt", List.of("id", "title"), name, null);
  }

  private ScheduleView add(ScheduleDraft draft) {
    var before = schedules.get(draft.name());
    var view =
        new ScheduleView(
            draft,
            "Exports requests as XLSX",
            "Monday to Friday at 07:00",
            draft.enabled() ? now.plus(Duration.ofHours(16)) : null,
            before == null ? null : before.last(),
            before == null ? 1 : before.version() + 1,
            now,
            "anna");
    schedules.put(draft.name(), view);
    return view;
  }

  private RunView run(String id, String name, RunState state, long rows, @Nullable String reason) {
    boolean ended = state != RunState.RUNNING;
    var run =
        new RunView(
            id,
            "export",
            name,
            state,
            "schedule " + name,
            now.minusSeconds(90),
            now.minusSeconds(88),
            ended ? now.minusSeconds(60) : null,
            rows,
            ended ? rows : (long) TOTAL,
            reason,
            state == RunState.DONE
                ? new RunView.ResultFile(name + ".csv", "text/csv", FILE.length, "00")
                : null,
            state == RunState.DONE ? "reports/2026-11-23/open.csv" : null,
            List.of(),
            name,
            now.minusSeconds(90),
            1,
            rows == 0 ? null : new RunView.Pace(25_000, ended ? null : now.plusSeconds(6)),
            null);
    runs.put(id, run);
    return run;
  }

  /** What a call is answered: a record, a page, or the bytes of a file. */
  Object schedule(String method, List<String> path, byte[] body) throws IOException {
    if (path.size() == 1) {
      return method.equals("GET")
          ? new Page<>(List.copyOf(schedules.values()), null)
          : add(json.readValue(body, ScheduleDraft.class));
    }
    if (path.get(1).equals("firings")) {
      return firings(json.readValue(body, FiringsDraft.class));
    }
    var known = schedules.get(path.get(1));
    if (known == null) {
      throw new FakeHub.Refusal(404, "Not found", "There is no schedule " + path.get(1) + ".");
    }
    if (path.size() == 2) {
      return method.equals("PUT") ? add(json.readValue(body, ScheduleDraft.class)) : known;
    }
    return switch (path.get(2)) {
      case "pause" -> add(known.draft().withEnabled(false));
      case "resume" -> add(known.draft().withEnabled(true));
      default -> run("r-" + (runs.size() + 1), path.get(1), RunState.RUNNING, 1_000, null);
    };
  }

  private Firings firings(FiringsDraft asked) {
    if (asked.cron().isBlank()) {
      throw new FakeHub.Refusal(400, "Invalid", "cron must have six or seven fields");
    }
    var next =
        IntStream.rangeClosed(1, 14)
            .mapToObj(day -> LocalDate.ofInstant(now, CITY).plusDays(day))
            .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
            .map(day -> day.atTime(7, 0).atOffset(CITY))
            .map(at -> new Firing(at.toInstant(), at.toString(), false))
            .toList();
    return new Firings("Monday to Friday at 07:00", next);
  }

  /** What a call is answered. */
  Object run(List<String> path) {
    if (path.size() == 1) {
      runs.replaceAll((_, run) -> moved(run));
      return new Page<>(new ArrayList<>(runs.values()).reversed(), null);
    }
    var run = runs.get(path.get(1));
    if (run == null) {
      throw new FakeHub.Refusal(404, "Not found", "There is no such run.");
    }
    if (path.size() == 2) {
      return run;
    }
    return switch (path.get(2)) {
      case "log" ->
          new Page<>(
              List.of(
                  new RunLogLine(now.minusSeconds(88), "Begun by hub-1, try 1."),
                  new RunLogLine(now.minusSeconds(60), "'Open requests.csv' is made: 4,212 rows.")),
              null);
      case "file" -> FILE;
      default -> run(run.id(), run.name(), RunState.CANCELLED, run.rows(), null);
    };
  }

  private RunView moved(RunView run) {
    return run.state() == RunState.RUNNING
        ? run(run.id(), run.name(), RunState.RUNNING, Math.min(TOTAL, run.rows() + 1_000), null)
        : run;
  }
}
