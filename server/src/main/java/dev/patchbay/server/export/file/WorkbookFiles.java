package dev.patchbay.server.export.file;

import dev.patchbay.core.file.FileTree;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.core.template.TemplateStore;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.WorkbookOrder;
import dev.patchbay.server.export.file.WorkbookPlace.Fitting;
import dev.patchbay.server.export.file.WorkbookPlaces.Search;
import dev.patchbay.server.export.row.ExportColumn;
import dev.patchbay.server.workbook.WorkbookAnswer;
import dev.patchbay.server.workbook.Workbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts the rows of exports into workbooks that people made. Thread-safe. */
public final class WorkbookFiles {
  private static final Duration UNTIL_FREE = Duration.ofSeconds(5);

  private final TemplateStore templates;
  private final WorkbookPlaces places;
  private final Workbooks workbooks;

  public WorkbookFiles(TemplateStore templates, Workbooks workbooks) {
    this.templates = templates;
    this.places = new WorkbookPlaces(templates);
    this.workbooks = workbooks;
  }

  /**
   * Faults of a draft, by field.
   *
   * @param known columns that its dataset has, by id
   */
  public List<FieldError> faults(ExportDraft draft, Map<String, ExportColumn> known) {
    var order = draft.workbook();
    if (order == null) {
      return List.of();
    }
    var faults = new ArrayList<FieldError>();
    if (draft.format() != ExportFormat.XLSX) {
      faults.add(new FieldError("/format", "must be XLSX where a workbook is named"));
    }
    if (draft.sheet() != null) {
      faults.add(
          new FieldError(
              "/workbook/template",
              "must not stand beside /sheet, which takes plain rows; make two schedules"));
    }
    switch (places.find(order)) {
      case Search.Missing(var fault) ->
          faults.add(new FieldError("/workbook/" + fault.setting(), fault.message()));
      case Search.Found(var place) -> faults.addAll(columnFaults(draft, place, known));
    }
    return faults;
  }

  private static List<FieldError> columnFaults(
      ExportDraft draft, WorkbookPlace place, Map<String, ExportColumn> known) {
    if (draft.columns().isEmpty()) {
      return place.fitting(List.copyOf(known.values())).isEmpty()
          ? List.of(
              new FieldError(
                  "/workbook/place",
                  "has no header that is a column of %s; write such as '%s' into its first row"
                      .formatted(draft.dataset(), known.values().iterator().next().header())))
          : List.of();
    }
    var chosen = draft.columns().stream().filter(known::containsKey).map(known::get).toList();
    var fitting = place.columnsOf(chosen);
    var faults = new ArrayList<FieldError>();
    for (int i = 0; i < draft.columns().size(); i++) {
      var column = known.get(draft.columns().get(i));
      if (column != null && !fitting.contains(column)) {
        faults.add(
            new FieldError(
                "/columns/" + i,
                "has no header of its own in '%s'; write '%s' into its first row"
                    .formatted(place.name(), column.header())));
      }
    }
    return faults;
  }

  /** Where rows go now. */
  public WorkbookPlace place(WorkbookOrder order) throws HopelessRunException {
    return switch (places.find(order)) {
      case Search.Found(var place) -> place;
      case Search.Missing(var fault) ->
          throw new HopelessRunException(
              "/workbook/%s %s.".formatted(fault.setting(), fault.message()));
    };
  }

  /**
   * A workbook to be made.
   *
   * @param rows file of theirs, lines of JSON
   * @param count how many they are
   */
  public record Job(WorkbookPlace place, List<Fitting> columns, Path rows, long count) {}

  /** Writes it. Waits while others have theirs filled. */
  public void write(Job job, Path file, Progress progress)
      throws IOException, HopelessRunException, StoppedRunException {
    if (job.count() > Workbooks.MOST_ROWS) {
      throw new HopelessRunException(
          "%,d rows are too many for a workbook of a template; choose %,d at most, by a filter or a period, or export without a template."
              .formatted(job.count(), Workbooks.MOST_ROWS));
    }
    var work = Files.createTempDirectory(file.toAbsolutePath().getParent(), "workbook");
    try {
      var template = Files.write(work.resolve("template.xlsx"), content(job.place()));
      fill(filling(job, template, file), progress);
    } finally {
      FileTree.delete(work);
    }
  }

  private byte[] content(WorkbookPlace place) throws HopelessRunException {
    return templates
        .file(place.template(), place.version())
        .orElseThrow(
            () ->
                new HopelessRunException(
                    "The template '%s' was taken away. Upload it, or name another."
                        .formatted(place.template())));
  }

  private static Workbooks.Filling filling(Job job, Path template, Path file) {
    var columns =
        job.columns().stream()
            .map(it -> new Workbooks.Column(it.column().header(), it.header(), it.column().type()))
            .toList();
    return new Workbooks.Filling(template, job.place().name(), columns, job.rows(), file);
  }

  private void fill(Workbooks.Filling filling, Progress progress)
      throws IOException, HopelessRunException, StoppedRunException {
    while (true) {
      switch (workbooks.fill(filling)) {
        case WorkbookAnswer.Filled(_) -> {
          return;
        }
        case WorkbookAnswer.Refused(var complaints) ->
            throw new HopelessRunException(String.join(" ", complaints));
        case WorkbookAnswer.Unfinished(var reason) -> throw new IOException(reason);
        case WorkbookAnswer.Absent(var reason) -> throw new IOException(reason);
        case WorkbookAnswer.Busy() -> progress.pause(UNTIL_FREE);
        case WorkbookAnswer.Found(_) -> throw new IllegalStateException("nothing was to be found");
      }
    }
  }
}
