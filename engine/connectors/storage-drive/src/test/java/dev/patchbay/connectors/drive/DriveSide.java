package dev.patchbay.connectors.drive;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.File;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.ServiceAccountCredentials;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.StorePath;
import dev.patchbay.testkit.NetworkSide;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A folder in the sandbox, which is looked at with the plain client. One sandbox serves all tests
 * of a JVM, which ends it.
 */
final class DriveSide implements NetworkSide {
  static final String FOLDER = "application/vnd.google-apps.folder";
  static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.inMemory().withoutQuota());

  private final Drive drive = drive();
  private final String root = folder("root", "Reports");
  private final int openBefore = SANDBOX.openUploads();

  String root() {
    return root;
  }

  Drive client() {
    return drive;
  }

  @Override
  public FileStore connect() {
    return store(Map.of());
  }

  @Override
  public FileStore through(int port) {
    return store(Map.of("root-url", "http://127.0.0.1:" + port + "/"));
  }

  @Override
  public Optional<FileStore> stranger() {
    var user =
        Map.of(
            "oauth-client-id", "nobody",
            "oauth-client-secret", "wrong",
            "oauth-refresh-token", "wrong");
    return Optional.of(
        store(
            Map.of("token-url", SANDBOX.uri() + "/token"),
            name -> Optional.ofNullable(user.get(name))));
  }

  @Override
  public FileStore misplaced() {
    return store(Map.of("folder", "1missing"));
  }

  /** One whose settings differ in these. */
  FileStore store(Map<String, String> changes) {
    return store(changes, DriveSide::secret);
  }

  FileStore store(Map<String, String> changes, Secrets secrets) {
    var settings = new HashMap<String, String>();
    settings.put("root-url", SANDBOX.uri() + "/");
    settings.put("folder", root);
    settings.putAll(changes);
    return new DriveType()
        .open(
            new ConnectorContext(
                "files",
                settings,
                secrets,
                InstantSource.system(),
                _ -> Duration.ZERO,
                (_, _, _) -> {}));
  }

  @Override
  public int port() {
    return SANDBOX.uri().getPort();
  }

  @Override
  public int large() {
    return Uploads.PART + 1;
  }

  @Override
  public String placesSmall() {
    return "PUT /upload/";
  }

  @Override
  public String placesLarge() {
    return "bytes " + Uploads.PART + "-";
  }

  @Override
  public Set<String> names() {
    var names = new HashSet<String>();
    collect(root, "", names);
    return names;
  }

  @Override
  public byte[] read(String path) {
    var found = byPath(path);
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " files are named " + path);
    }
    try {
      var content = new ByteArrayOutputStream();
      drive.files().get(found.getFirst().getId()).executeMediaAndDownloadTo(content);
      return content.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void put(String path, byte[] content) {
    var names = StorePath.of(path);
    var parent = root;
    for (var name : names.folders()) {
      var there = children(parent).stream().filter(it -> it.getName().equals(name)).findFirst();
      parent = there.isPresent() ? there.get().getId() : folder(parent, name);
    }
    var old = children(parent).stream().filter(it -> it.getName().equals(names.name())).findFirst();
    if (old.isPresent()) {
      write(old.get().getId(), content);
    } else {
      put(parent, names.name(), content);
    }
  }

  private void write(String id, byte[] content) {
    try {
      drive.files().update(id, new File(), new ByteArrayContent("text/plain", content)).execute();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String put(String parent, String name, byte[] content) {
    try {
      return drive
          .files()
          .create(
              new File().setName(name).setParents(List.of(parent)),
              new ByteArrayContent("text/plain", content))
          .execute()
          .getId();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String folder(String parent, String name) {
    return make(parent, name, FOLDER);
  }

  String make(String parent, String name, String mediaType) {
    try {
      return drive
          .files()
          .create(new File().setName(name).setMimeType(mediaType).setParents(List.of(parent)))
          .execute()
          .getId();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int leftovers() {
    return SANDBOX.openUploads() - openBefore;
  }

  /** What is in a folder, without what is in the bin. */
  List<File> children(String parent) {
    try {
      return drive
          .files()
          .list()
          .setQ("'" + parent + "' in parents and trashed = false")
          .setPageSize(1000)
          .setFields("files(id,name,mimeType,properties,sha256Checksum)")
          .execute()
          .getFiles();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files of a path; several may have one name. */
  List<File> byPath(String path) {
    var names = StorePath.of(path).segments();
    var parents = List.of(root);
    List<File> found = List.of();
    for (var name : names) {
      found =
          parents.stream()
              .flatMap(parent -> children(parent).stream())
              .filter(it -> it.getName().equals(name))
              .toList();
      parents = found.stream().map(File::getId).toList();
    }
    return found;
  }

  /** Numbers a name that is there twice, so that it is seen. */
  private void collect(String parent, String prefix, Set<String> names) {
    for (var file : children(parent)) {
      var path = prefix + file.getName();
      if (file.getMimeType().equals(FOLDER)) {
        collect(file.getId(), path + "/", names);
      } else if (!names.add(path)) {
        names.add(path + " again " + UUID.randomUUID());
      }
    }
  }

  static Optional<String> secret(String name) {
    return name.equals("service-account-key")
        ? Optional.of(SANDBOX.serviceAccountKey())
        : Optional.empty();
  }

  private static Drive drive() {
    try {
      var key =
          new ByteArrayInputStream(SANDBOX.serviceAccountKey().getBytes(StandardCharsets.UTF_8));
      var credentials =
          ServiceAccountCredentials.fromStream(key).createScoped(List.of(DriveSettings.SCOPE));
      return new Drive.Builder(
              new NetHttpTransport(),
              GsonFactory.getDefaultInstance(),
              new HttpCredentialsAdapter(credentials))
          .setRootUrl(SANDBOX.uri() + "/")
          .setApplicationName("A person")
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    // The sandbox is everybody's.
  }
}
