package dev.patchbay.server.demo;

import dev.patchbay.core.file.FileTree;
import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a demo keeps everything it makes.
 *
 * @param root the directory
 * @param kept whether it stays when the demo ends
 */
public record DemoDirectory(Path root, boolean kept) implements AutoCloseable {

  /** A directory that survives. */
  public static DemoDirectory kept(Path root) {
    return made(new DemoDirectory(root.toAbsolutePath().normalize(), true));
  }

  /** A directory that survives and has nothing in it yet. */
  public static DemoDirectory fresh(Path root) {
    var directory = kept(root);
    try (var content = Files.list(directory.root())) {
      if (content.findAny().isPresent()) {
        throw new DemoFailure(root + " is not empty; --once begins anew and needs a fresh one");
      }
      return directory;
    } catch (IOException e) {
      throw new DemoFailure(root + " cannot be read", e);
    }
  }

  /** A directory that goes with the demo; those of demos that were killed go, too. */
  public static DemoDirectory passing() {
    try {
      LeftDirectories.delete();
      return new DemoDirectory(LeftDirectories.make(), false);
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary directory could be made", e);
    }
  }

  private static DemoDirectory made(DemoDirectory directory) {
    try {
      Files.createDirectories(directory.root());
      return directory;
    } catch (IOException e) {
      throw new DemoFailure(directory.root() + " cannot be made: " + e.getMessage(), e);
    }
  }

  /** The server's own data directory. */
  public Path server() {
    return root.resolve("server");
  }

  /** Holds the administrator's key, for its owner's eyes. */
  public Path adminKey() {
    return root.resolve("admin.key");
  }

  /** What the programs of the demo have to say. */
  public Path log() {
    return root.resolve("demo.log");
  }

  /** What the server process has to say. */
  public Path serverLog() {
    return root.resolve("server.log");
  }

  /** Files that can be imported. */
  public Path imports() {
    return root.resolve("imports");
  }

  /** Where reports go. */
  public Path reports() {
    return root.resolve("reports");
  }

  /** What the stand-in for Google keeps. */
  public Path google() {
    return root.resolve("google");
  }

  /** The administrator's key. */
  public String readAdminKey() {
    try {
      return Files.readString(adminKey(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new DemoFailure(adminKey() + " cannot be read; delete " + root + " to begin anew", e);
    }
  }

  /** What an earlier run noted. */
  public <T> Optional<T> recall(Class<T> type) {
    var file = note(type);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ServerJson.MAPPER.readValue(file.toFile(), type));
    } catch (IOException e) {
      throw new DemoFailure(file + " is no note of a demo; delete " + root + " to begin anew", e);
    }
  }

  /** Notes something for the next run. */
  public void note(Object fact) {
    try {
      Files.write(note(fact.getClass()), ServerJson.bytes(fact));
    } catch (IOException e) {
      throw new DemoFailure("nothing can be written to " + root + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    if (kept) {
      return;
    }
    FileTree.delete(root);
  }

  private Path note(Class<?> type) {
    return root.resolve(type.getSimpleName() + ".json");
  }
}
