package dev.patchbay.connectors.local;

import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Setting;
import dev.patchbay.spi.Setting.Kind;
import dev.patchbay.spi.SettingFault;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.FileStoreType;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A directory. */
public final class LocalType implements FileStoreType {
  static final String DIRECTORY = "directory";

  @Override
  public String name() {
    return "local";
  }

  @Override
  public String version() {
    return "1.0";
  }

  @Override
  public String label() {
    return "Local directory";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting(
            DIRECTORY,
            "Directory",
            "Where files are put, as the hub's machine names it, from the root on. It must exist.",
            Kind.TEXT,
            true,
            false));
  }

  @Override
  public List<SettingFault> faults(Map<String, String> settings) {
    var text = settings.getOrDefault(DIRECTORY, "").strip();
    if (text.isEmpty()) {
      return List.of(); // said already: it is required
    }
    try {
      return Path.of(text).isAbsolute() ? List.of() : unfit("must begin at the root");
    } catch (InvalidPathException unreadable) {
      return unfit("is no path of a directory");
    }
  }

  @Override
  public FileStore open(ConnectorContext context) {
    var directory = context.settings().getOrDefault(DIRECTORY, "").strip();
    return new LocalStore(Path.of(directory), context.clock());
  }

  private static List<SettingFault> unfit(String message) {
    return List.of(new SettingFault(DIRECTORY, message));
  }
}
