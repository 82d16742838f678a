package dev.patchbay.server.wiring;

import dev.patchbay.core.connector.ConnectorStates;
import dev.patchbay.core.dataset.ShownFields;
import dev.patchbay.core.delivery.DeliveryDesk;
import dev.patchbay.core.document.DocumentRecipients;
import dev.patchbay.core.document.DocumentRegister;
import dev.patchbay.core.history.DeliveryHistory;
import dev.patchbay.core.imports.ImportStore;
import dev.patchbay.core.imports.WatchedFiles;
import dev.patchbay.core.job.JobRuns;
import dev.patchbay.core.readmodel.DatasetModel;
import dev.patchbay.core.readmodel.RequestModel;
import dev.patchbay.core.retry.BulkRetries;
import dev.patchbay.core.schedule.DueRuns;
import dev.patchbay.postgres.EmbeddedPostgres;
import dev.patchbay.postgres.PostgresOptions;
import dev.patchbay.server.wiring.HubOptions.DatabaseSource;
import dev.patchbay.spi.Quota;
import dev.patchbay.store.Database;
import dev.patchbay.store.DatabaseOptions;
import dev.patchbay.store.config.ConfigStores;
import dev.patchbay.store.connector.JdbcConnectorStates;
import dev.patchbay.store.connector.StatusTable;
import dev.patchbay.store.delivery.JdbcDeliveryDesk;
import dev.patchbay.store.delivery.JdbcQuota;
import dev.patchbay.store.document.JdbcDocumentRecipients;
import dev.patchbay.store.document.JdbcDocumentRegister;
import dev.patchbay.store.history.JdbcDeliveryHistory;
import dev.patchbay.store.job.JdbcDueRuns;
import dev.patchbay.store.job.JdbcImports;
import dev.patchbay.store.job.JdbcJobRuns;
import dev.patchbay.store.job.JdbcShownFields;
import dev.patchbay.store.job.JdbcWatchedFiles;
import dev.patchbay.store.readmodel.JdbcDatasetModel;
import dev.patchbay.store.readmodel.JdbcRequestModel;
import dev.patchbay.store.retry.JdbcBulkRetries;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;

/** The database and everything that is plain reading and writing of it. */
record Storage(
    Database database,
    ConfigStores config,
    ConnectorStates states,
    DeliveryDesk desk,
    DeliveryHistory history,
    BulkRetries retries,
    RequestModel requests,
    DatasetModel datasets,
    JobRuns runs,
    ShownFields shown,
    DueRuns due,
    ImportStore imports,
    WatchedFiles watched,
    DocumentRegister documents,
    DocumentRecipients recipients,
    Quota quota) {
  static final Duration RETRY_PACE = Duration.ofMillis(200);
  private static final int CONNECTIONS = 10;

  static Storage open(DatabaseSource source, ZoneId zone, InstantSource clock, Closing closing) {
    var database = closing.add(Database.open(options(source, closing)));
    return new Storage(
        database,
        closing.add(new ConfigStores(database, clock)),
        new JdbcConnectorStates(database, StatusTable.CONNECTORS),
        new JdbcDeliveryDesk(database),
        new JdbcDeliveryHistory(database),
        new JdbcBulkRetries(database, RETRY_PACE),
        new JdbcRequestModel(database, zone),
        new JdbcDatasetModel(database),
        new JdbcJobRuns(database, NodeName.ofThisProcess()),
        new JdbcShownFields(database),
        new JdbcDueRuns(database),
        new JdbcImports(database),
        new JdbcWatchedFiles(database),
        new JdbcDocumentRegister(database),
        new JdbcDocumentRecipients(database),
        new JdbcQuota(database));
  }

  private static DatabaseOptions options(DatabaseSource source, Closing closing) {
    return switch (source) {
      case DatabaseSource.External(var url, var user, var password) ->
          new DatabaseOptions(url, user.orElse(null), password.orElse(null), CONNECTIONS);
      case DatabaseSource.Embedded(var data) -> {
        var postgres =
            closing.add(EmbeddedPostgres.start(PostgresOptions.in(data.resolve("postgres"))));
        var login = postgres.connectionProperties();
        yield new DatabaseOptions(
            postgres.jdbcUrl(),
            login.getProperty("user"),
            login.getProperty("password"),
            CONNECTIONS);
      }
    };
  }
}
