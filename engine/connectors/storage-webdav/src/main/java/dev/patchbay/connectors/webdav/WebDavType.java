package dev.patchbay.connectors.webdav;

import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Setting;
import dev.patchbay.spi.SettingFault;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.FileStoreType;
import java.util.List;
import java.util.Map;

/** A folder of a WebDAV server. */
public final class WebDavType implements FileStoreType {
  @Override
  public String name() {
    return "webdav";
  }

  @Override
  public String version() {
    return "1.0";
  }

  @Override
  public String label() {
    return "WebDAV";
  }

  @Override
  public List<Setting> settings() {
    return WebDavSettings.form();
  }

  @Override
  public List<SettingFault> faults(Map<String, String> settings) {
    return WebDavSettings.faults(settings);
  }

  @Override
  public FileStore open(ConnectorContext context) {
    return new WebDavStore(WebDavSettings.of(context.settings()), context);
  }
}
