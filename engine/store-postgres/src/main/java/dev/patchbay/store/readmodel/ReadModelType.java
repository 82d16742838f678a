package dev.patchbay.store.readmodel;

import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.readmodel.RequestModel;
import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.ConnectorType;
import dev.patchbay.spi.Guarantee;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.Setting;
import dev.patchbay.spi.Target;
import dev.patchbay.store.Database;
import java.time.ZoneId;
import java.util.List;

/** Connectors that write into the hub's own database, for its overviews. Thread-safe. */
public final class ReadModelType implements ConnectorType {
  private final Database database;
  private final ZoneId zone;

  /**
   * A type that writes into this database.
   *
   * @param zone whose days are counted
   */
  public ReadModelType(Database database, ZoneId zone) {
    this.database = database;
    this.zone = zone;
  }

  @Override
  public String name() {
    return RequestModel.CONNECTOR_TYPE;
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public String label() {
    return "Read model";
  }

  @Override
  public List<Setting> settings() {
    return List.of();
  }

  @Override
  public List<Setting> targetSettings() {
    return List.of(
        new Setting(
            Model.SETTING,
            "Model",
            "What it holds: " + Dataset.names(),
            Setting.Kind.TEXT,
            true,
            false));
  }

  @Override
  public Guarantee guarantee() {
    return Guarantee.IDEMPOTENT;
  }

  @Override
  public String targetIdentity(Target target) {
    return Model.of(target).identity();
  }

  @Override
  public RowTarget create(ConnectorContext context) {
    return new ModelTarget(database, zone, context.calls());
  }
}
