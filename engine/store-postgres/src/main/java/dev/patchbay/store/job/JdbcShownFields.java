package dev.patchbay.store.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patchbay.core.dataset.ShownFields;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A row beside the run. */
public final class JdbcShownFields implements ShownFields {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, PiiPolicy>> FIELDS = new TypeReference<>() {};

  private final Database database;

  public JdbcShownFields(Database database) {
    this.database = database;
  }

  @Override
  public void note(ClaimedRun run, Map<String, PiiPolicy> shown) {
    var fields = text(shown);
    database.run(
        connection ->
            Command.of(
                    """
                    INSERT INTO job_shown (run, fields) SELECT id, ?::jsonb FROM job_run
                    WHERE id = ? AND fence = ? AND state = 'RUNNING'
                    ON CONFLICT (run) DO UPDATE SET fields = excluded.fields
                    """,
                    fields,
                    UUID.fromString(run.id()),
                    run.fence())
                .update(connection));
  }

  @Override
  public Optional<Map<String, PiiPolicy>> of(String run) {
    var id = UUID.fromString(run);
    return database
        .run(
            connection ->
                Command.of("SELECT fields::text AS fields FROM job_shown WHERE run = ?", id)
                    .first(connection, row -> row.getString("fields")))
        .map(JdbcShownFields::read);
  }

  @Override
  public String datasetOf(String run) {
    var id = UUID.fromString(run);
    return database
        .run(
            connection ->
                Command.of("SELECT request ->> 'dataset' AS dataset FROM job_run WHERE id = ?", id)
                    .first(connection, row -> row.getString("dataset")))
        .orElseThrow(() -> new IllegalStateException("there is no run " + run));
  }

  private static String text(Map<String, PiiPolicy> fields) {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("fields cannot be written as JSON", bug);
    }
  }

  private static Map<String, PiiPolicy> read(String text) {
    try {
      return JSON.readValue(text, FIELDS);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("the fields of an export cannot be read", broken);
    }
  }
}
