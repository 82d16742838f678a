package dev.patchbay.connectors.graph;

import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Setting;
import dev.patchbay.spi.SettingFault;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.FileStoreType;
import java.util.List;
import java.util.Map;

/**
 * A folder of OneDrive for work or of a SharePoint library, by <a
 * href="https://learn.microsoft.com/graph/api/resources/driveitem">Microsoft Graph</a>.
 */
public final class GraphType implements FileStoreType {
  @Override
  public String name() {
    return "onedrive";
  }

  @Override
  public String version() {
    return "1.0";
  }

  @Override
  public String label() {
    return "OneDrive and SharePoint";
  }

  @Override
  public List<Setting> settings() {
    return GraphSettings.form();
  }

  @Override
  public List<SettingFault> faults(Map<String, String> settings) {
    return GraphSettings.faults(settings);
  }

  @Override
  public FileStore open(ConnectorContext context) {
    return new GraphStore(GraphSettings.of(context.settings()), context);
  }
}
