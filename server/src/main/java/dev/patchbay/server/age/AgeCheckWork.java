package dev.patchbay.server.age;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.core.age.OldSecrets;
import dev.patchbay.core.age.OldSecrets.OldSecret;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.JobWork;
import dev.patchbay.core.job.KeptFile;
import dev.patchbay.core.job.MadeFile;
import dev.patchbay.core.job.Progress;
import dev.patchbay.core.schedule.ScheduledWork;
import dev.patchbay.model.job.AgeCheck;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.write.Column;
import dev.patchbay.spreadsheets.write.ColumnType;
import dev.patchbay.spreadsheets.write.TableFormat;
import dev.patchbay.spreadsheets.write.TableLayout;
import dev.patchbay.spreadsheets.write.text.CsvOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells which secrets are old, by name and never more of them. Thread-safe. */
public final class AgeCheckWork implements JobWork {
  private static final TableLayout LAYOUT =
      new TableLayout(
          "Old secrets",
          Locale.ROOT,
          List.of(
              Column.of("What", ColumnType.TEXT),
              Column.of("Of", ColumnType.TEXT),
              Column.of("Name", ColumnType.TEXT),
              Column.of("Since (UTC)", ColumnType.DATE_TIME),
              Column.of("Days", ColumnType.INTEGER)));

  private final OldSecrets secrets;
  private final InstantSource clock;

  public AgeCheckWork(OldSecrets secrets, InstantSource clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return ScheduledWork.AgesOfSecrets.KIND;
  }

  @Override
  public MadeFile make(ClaimedRun run, Path folder, Progress progress)
      throws IOException, HopelessRunException {
    var old = secrets.of(check(run));
    var path = folder.resolve("old-secrets");
    try (var writer = new TableFormat.Csv(CsvOptions.CSV).open(path, LAYOUT)) {
      for (var secret : old) {
        writer.write(cells(secret));
      }
      long rows = writer.finish().rows();
      return new MadeFile(path, "old-secrets.csv", "text/csv; charset=utf-8", rows, rows);
    }
  }

  private static AgeCheck check(ClaimedRun run) throws HopelessRunException {
    try {
      return ServerJson.MAPPER.readValue(run.request(), AgeCheck.class);
    } catch (JsonProcessingException other) {
      throw new HopelessRunException("This version of the hub does not understand the check.");
    }
  }

  private List<Cell> cells(OldSecret secret) {
    return List.of(
        new Cell.Text(secret.kind().name()),
        new Cell.Text(secret.owner()),
        new Cell.Text(secret.name()),
        new Cell.DateTime(
            LocalDateTime.ofInstant(
                secret.since().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC)),
        new Cell.Numeric(ChronoUnit.DAYS.between(secret.since(), clock.instant())));
  }

  @Override
  public Optional<String> deliver(ClaimedRun run, KeptFile file) {
    return Optional.empty();
  }
}
