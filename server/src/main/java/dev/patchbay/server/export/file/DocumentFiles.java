package dev.patchbay.server.export.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.file.FilePathTemplate;
import dev.patchbay.core.file.FilePathTemplate.Compiled;
import dev.patchbay.core.file.FilePathValues;
import dev.patchbay.core.file.FilePathWords;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.PostponedRunException;
import dev.patchbay.core.job.Progress;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.template.TemplateStore;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.job.DocumentOrder;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.server.export.row.RowLines;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.server.issuing.maker.DocumentFormat;
import dev.patchbay.server.issuing.maker.DocumentMaker;
import dev.patchbay.server.issuing.maker.DocumentMaker.Made;
import dev.patchbay.server.issuing.maker.TemplateFaults;
import dev.patchbay.spi.SettingFault;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes documents of rows: one of all, or one of each in a ZIP file. Thread-safe. */
public final class DocumentFiles {
  /** They are in memory at once. */
  private static final int MOST_TOGETHER = 10_000;

  private static final int MOST_DOCX = 10_000;

  /** Each takes a process for seconds, and a node has two for all who want some. */
  private static final int MOST_PDF = 1_000;

  private static final int MOST_VALUES = 9;
  private static final String ROWS = "rows";
  private static final String RUN = "run";
  private static final FilePathTemplate NAME = name();

  private final TemplateFaults templates;
  private final DocumentMaker maker;

  public DocumentFiles(TemplateStore templates, DocumentMaker maker) {
    this.templates = new TemplateFaults(templates);
    this.maker = maker;
  }

  private static FilePathTemplate name() {
    return switch (FilePathTemplate.compile("{document}-{key}", FilePathWords.OF_DOCUMENTS)) {
      case Compiled.Ready(var template) -> template;
      case Compiled.Faulty(var message) -> throw new IllegalStateException(message);
    };
  }

  /** Faults of a draft, by field. */
  public List<FieldError> faults(ExportDraft draft) {
    var order = draft.document();
    if (order == null) {
      return draft.format().isDocument()
          ? List.of(new FieldError("/document", "is required: say of which template"))
          : List.of();
    }
    var faults = new ArrayList<FieldError>();
    if (!draft.format().isDocument()) {
      faults.add(new FieldError("/format", "must be DOCX or PDF where a template is named"));
    }
    templates.of(order.template(), version(order), format(draft)).stream()
        .map(DocumentFiles::error)
        .forEach(faults::add);
    return faults;
  }

  private static FieldError error(SettingFault fault) {
    var place = fault.setting().equals(TemplateFaults.FORMAT) ? "/" : "/document/";
    return new FieldError(place + fault.setting(), fault.message());
  }

  /** What documents are stored as. */
  public static DocumentFormat format(ExportDraft draft) {
    return draft.format() == ExportFormat.DOCX ? DocumentFormat.DOCX : DocumentFormat.PDF;
  }

  private static OptionalInt version(DocumentOrder order) {
    return order.version() == null ? OptionalInt.empty() : OptionalInt.of(order.version());
  }

  /**
   * A file to be made.
   *
   * @param about what templates see as {@code run}
   */
  public record Job(DocumentOrder order, DocumentFormat format, RowLines rows, ObjectNode about) {
    boolean isOfEach() {
      return order.each() == DocumentOrder.Each.ROW;
    }

    /** What its name ends in, without the point. */
    public String ending() {
      return isOfEach() ? "zip" : format.extension();
    }

    public String mediaType() {
      return isOfEach() ? "application/zip" : format.mediaType();
    }
  }

  /** Writes the file. */
  public void write(Job job, Path file, Progress progress)
      throws IOException, HopelessRunException, StoppedRunException {
    var version = version(job.order());
    try (var out = Files.newOutputStream(file);
        var rows = job.rows().rows()) {
      if (job.isOfEach()) {
        each(job, rows, version, out, progress);
      } else {
        together(job, rows, version, out, progress);
      }
    }
  }

  private void together(
      Job job, RowLines.Rows rows, OptionalInt version, OutputStream out, Progress progress)
      throws IOException, HopelessRunException, StoppedRunException {
    if (job.rows().count() > MOST_TOGETHER) {
      throw new HopelessRunException(
          "One document of %,d rows is too large; choose %,d at most, or a document for each row."
              .formatted(job.rows().count(), MOST_TOGETHER));
    }
    var data = ServerJson.MAPPER.createObjectNode();
    var all = data.putArray(ROWS);
    for (var row = rows.next(); row != null; row = rows.next()) {
      all.add(row);
    }
    data.set(RUN, job.about());
    out.write(made(job, version, data, "", progress).file());
    progress.reached(job.rows().count());
  }

  /** All of one version, whatever is activated meanwhile. */
  private void each(
      Job job, RowLines.Rows rows, OptionalInt version, OutputStream out, Progress progress)
      throws IOException, HopelessRunException, StoppedRunException {
    demandFew(job);
    int digits = Long.toString(job.rows().count()).length();
    var of = version;
    try (var zip = new ZipOutputStream(out)) {
      zip.setLevel(0); // documents are packed by themselves
      long number = 0;
      for (var row = rows.next(); row != null; row = rows.next()) {
        var key = row.path(Dataset.KEY).asText();
        var place = "%%0%dd".formatted(Math.min(digits, MOST_VALUES)).formatted(++number);
        row.set(RUN, job.about());
        var where = "Row %d%s: ".formatted(number, key.isEmpty() ? "" : " (" + key + ")");
        var made = made(job, of, row, where, progress);
        of = OptionalInt.of(made.template().number());
        zip.putNextEntry(new ZipEntry(named(job, place, key)));
        zip.write(made.file());
        progress.row();
      }
    }
  }

  private static void demandFew(Job job) throws HopelessRunException {
    int most =
        switch (job.format()) {
          case DOCX -> MOST_DOCX;
          case PDF -> MOST_PDF;
        };
    if (job.rows().count() > most) {
      throw new HopelessRunException(
          "%,d rows are too many for a %s document of each; choose %,d at most, by a filter or a period."
              .formatted(job.rows().count(), job.format(), most));
    }
  }

  private static String named(Job job, String place, String key) {
    var values =
        new FilePathValues(
            ZonedDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC),
            place,
            job.order().template(),
            key);
    return NAME.path(values) + "." + job.format().extension();
  }

  /** Waits where too many want a PDF. */
  private Made.Document made(
      Job job, OptionalInt version, ObjectNode data, String where, Progress progress)
      throws IOException, HopelessRunException, StoppedRunException {
    var order =
        new DocumentMaker.Order(
            job.order().template(), version, job.format(), data, Optional.empty());
    while (true) {
      switch (answer(order)) {
        case Made.Document document -> {
          return document;
        }
        case Made.Faulty(var cause) -> throw new HopelessRunException(where + cause.message());
        case Made.Unfinished(var cause) -> throw new PostponedRunException(where + cause.message());
        case Made.Impossible(var cause) -> throw new PostponedRunException(cause.message());
        case Made.KeyRefused(var cause) -> throw new PostponedRunException(cause.message());
        case Made.NotNow(_, var after) -> progress.pause(after);
      }
    }
  }

  /** A disk that is full is the run's reason to wait. */
  private Made answer(DocumentMaker.Order order) throws IOException {
    try {
      return maker.make(order);
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }
}
