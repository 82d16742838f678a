package dev.patchbay.console.viewmodel.session;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patchbay.console.client.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The remembered servers, a JSON file that only its owner can read. */
public final class ProfileStore {
  private final ObjectMapper json = Json.mapper();
  private final Path file;

  /** Profiles in {@code profiles.json} of this directory. */
  public ProfileStore(Path directory) {
    this.file = directory.resolve("profiles.json");
  }

  /** Where the system keeps settings of a person: XDG on Linux, the customs of the others. */
  public static Path userDirectory(Map<String, String> environment, String home) {
    var appData = environment.get("APPDATA");
    if (appData != null) {
      return Path.of(appData, "Patchbay");
    }
    var config = environment.get("XDG_CONFIG_HOME");
    return config == null ? Path.of(home, ".config", "patchbay") : Path.of(config, "patchbay");
  }

  /** All remembered servers, last used first; none where the file is absent or damaged. */
  public List<Profile> load() {
    try {
      return Files.exists(file)
          ? json.readValue(Files.readString(file), new TypeReference<List<Profile>>() {})
          : List.of();
    } catch (IOException damaged) {
      return List.of();
    }
  }

  /** Remembers this profile as the last used one. Throws if the file cannot be written. */
  public void remember(Profile profile) throws IOException {
    var profiles = new ArrayList<Profile>(load());
    profiles.removeIf(known -> known.server().equals(profile.server()));
    profiles.addFirst(profile);
    write(profiles);
  }

  /** Forgets a server and its key. */
  public void forget(Profile profile) throws IOException {
    var profiles = new ArrayList<Profile>(load());
    profiles.removeIf(known -> known.server().equals(profile.server()));
    write(profiles);
  }

  private void write(List<Profile> profiles) throws IOException {
    Files.createDirectories(file.getParent());
    if (!Files.exists(file)) {
      createPrivate();
    }
    json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), profiles);
  }

  private void createPrivate() throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var ownerOnly = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
    }
  }
}
