package dev.patchbay.server.command.inspect;

import dev.patchbay.spreadsheets.EncodingName;
import dev.patchbay.spreadsheets.Opening;
import dev.patchbay.spreadsheets.Reading;
import dev.patchbay.spreadsheets.SeparatorName;
import dev.patchbay.spreadsheets.SheetSize;
import dev.patchbay.spreadsheets.SpreadsheetFile;
import dev.patchbay.spreadsheets.TextDialect;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code patchbay inspect}: what is read of a spreadsheet file. It is read twice: first all of it,
 * to count and to see whether it is sound, then again for the rows that are shown, which are
 * written as they come. So nothing is held, and a refusal is known before the first row.
 */
@Command(
    name = "inspect",
    description = "Shows what is read of an XLSX, CSV or TSV file, or why it is refused.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {" 0:rows", " 1:the file is refused", " 2:not understood"})
public final class InspectCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The file; its content says what it is.")
  private @Nullable Path file;

  @Option(names = "--json", description = "One JSON object for programs.")
  private boolean json;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "Encoding of a text, such as windows-1250; found out if not said.")
  private @Nullable String encoding;

  @Option(
      names = "--separator",
      paramLabel = "NAME",
      description =
          "Between the cells of a text: " + SeparatorName.CHOICES + "; found out if not said.")
  private @Nullable String separator;

  @Option(
      names = "--rows",
      defaultValue = "100",
      paramLabel = "N",
      description = "So many rows of each sheet are shown (default ${DEFAULT-VALUE}).")
  private long rows;

  @Override
  public Integer call() throws IOException {
    if (rows < 0) {
      throw new ParameterException(command(), "--rows must be 0 or more");
    }
    var dialect = new TextDialect(charset(), character());
    try (var report = report()) {
      return switch (SpreadsheetFile.open(Objects.requireNonNull(file), dialect)) {
        case Opening.Rejected(var reason) -> rejected(report, reason);
        case Opening.Opened(var open) -> inspect(open, report);
      };
    }
  }

  private @Nullable Charset charset() {
    return encoding == null
        ? null
        : EncodingName.charset(encoding)
            .orElseThrow(
                () ->
                    new ParameterException(
                        command(),
                        "--encoding must be an encoding, such as " + EncodingName.EXAMPLES));
  }

  private @Nullable Character character() {
    return separator == null
        ? null
        : SeparatorName.character(separator)
            .orElseThrow(
                () ->
                    new ParameterException(
                        command(), "--separator must be " + SeparatorName.CHOICES));
  }

  private InspectReport report() throws IOException {
    var out = command().getOut();
    return json ? new JsonReport(out) : new TableReport(out);
  }

  private picocli.CommandLine command() {
    return Objects.requireNonNull(spec).commandLine();
  }

  private int inspect(SpreadsheetFile open, InspectReport report) throws IOException {
    try (open) {
      List<SheetSize> sizes = new ArrayList<>();
      for (int sheet = 0; sheet < open.sheets().size(); sheet++) {
        switch (open.read(sheet, row -> true)) {
          case Reading.Complete(var size) -> sizes.add(size);
          case Reading.Rejected(var reason) -> {
            return rejected(report, reason);
          }
          case Reading.Stopped() -> throw new IllegalStateException("all rows were wanted");
        }
      }
      show(open, sizes, report);
      return 0;
    }
  }

  private void show(SpreadsheetFile open, List<SheetSize> sizes, InspectReport report)
      throws IOException {
    report.begin();
    for (int sheet = 0; sheet < sizes.size(); sheet++) {
      var size = sizes.get(sheet);
      var shown = new ShownRows(Math.min(rows, size.rows()), size.columns(), report);
      report.beginSheet(open.sheets().get(sheet), size);
      if (open.read(sheet, shown) instanceof Reading.Rejected) {
        throw new IOException("the file changed while it was read; try again");
      }
      shown.end();
      report.endSheet();
    }
    report.end();
  }

  private static int rejected(InspectReport report, String reason) throws IOException {
    report.rejected(reason);
    return 1;
  }
}
