package dev.patchbay.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.CRC32;

/** The unpacked PostgreSQL programs, shared by all processes of this machine that use one cache. */
record PostgresBinaries(Path home) {
  /** The release whose data directories these binaries read. */
  static final String MAJOR_VERSION = "18";

  static PostgresBinaries unpackedIn(Path cacheDir) {
    var archive = archiveOfThisPlatform();
    try {
      var home = cacheDir.toAbsolutePath().resolve("postgres-" + fingerprint(archive));
      if (!Files.isDirectory(home)) {
        unpackOnce(archive, home);
      }
      return new PostgresBinaries(home);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL could not be unpacked into " + cacheDir, e);
    }
  }

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  private static URL archiveOfThisPlatform() {
    var platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
    var archive = PostgresBinaries.class.getResource("/postgres-" + platform + ".txz");
    if (archive == null) {
      throw new PostgresUnavailableException(
          "No embedded PostgreSQL for "
              + platform
              + " is on the class path. Build on this platform (the Maven profile of its operating"
              + " system adds the binaries), or start with --database-url and a PostgreSQL "
              + MAJOR_VERSION
              + " of your own.");
    }
    return archive;
  }

  /** The name that the archives use for a platform, such as {@code linux-x86_64}. */
  static String platform(String osName, String osArch) {
    var os = osName.toLowerCase(Locale.ROOT);
    var arch = osArch.equals("aarch64") ? "arm_64" : "x86_64";
    if (os.startsWith("mac")) {
      return "darwin-" + arch;
    }
    return (os.startsWith("windows") ? "windows-" : os + "-") + arch;
  }

  /** Checksum and size of the archive: a jar knows both without reading its 15 MB. */
  private static String fingerprint(URL archive) throws IOException {
    if (archive.openConnection() instanceof JarURLConnection jar) {
      var entry = jar.getJarEntry();
      return Long.toHexString(entry.getCrc()) + "-" + Long.toHexString(entry.getSize());
    }
    try (var in = archive.openStream()) {
      var bytes = in.readAllBytes();
      var crc = new CRC32();
      crc.update(bytes);
      return Long.toHexString(crc.getValue()) + "-" + Integer.toHexString(bytes.length);
    }
  }

  /** Unpacks beside the final place and renames, so a killed or racing process leaves no half. */
  private static synchronized void unpackOnce(URL archive, Path home) throws IOException {
    Files.createDirectories(home.resolveSibling("."));
    var lockFile = home.resolveSibling(home.getFileName() + ".lock");
    try (var channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      if (lock.isValid() && !Files.isDirectory(home)) {
        deleteHalves(home);
        var staging = home.resolveSibling(home.getFileName() + ".new-" + UUID.randomUUID());
        try (var in = archive.openStream()) {
          TarXz.unpack(in, staging);
        }
        Files.move(staging, home, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  /** What killed processes left; only the holder of the lock unpacks, so nobody writes there. */
  private static void deleteHalves(Path home) throws IOException {
    try (var halves = Files.newDirectoryStream(home.getParent(), home.getFileName() + ".new-*")) {
      for (var half : halves) {
        try (var files = Files.walk(half)) {
          for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    }
  }
}
