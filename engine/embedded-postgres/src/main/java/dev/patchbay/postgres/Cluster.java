package dev.patchbay.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * The data directory: {@code cluster/} is PostgreSQL's own, {@code password} the superuser's secret
 * (readable by its owner alone), {@code postgres.log} what the server says.
 */
record Cluster(Path dataDir) {
  static final String USER = "patchbay";
  private static final int PASSWORD_BYTES = 24;
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final long LARGE_LOG_BYTES = 16L << 20;

  /** Opens a data directory, refusing one that another release wrote. */
  static Cluster open(Path dataDir) {
    try {
      Files.createDirectories(dataDir);
      var cluster = new Cluster(dataDir.toRealPath());
      cluster.refuseForeignVersion();
      return cluster;
    } catch (IOException e) {
      throw new UncheckedIOException("The data directory " + dataDir + " cannot be used", e);
    }
  }

  Path directory() {
    return dataDir.resolve("cluster");
  }

  Path passwordFile() {
    return dataDir.resolve("password");
  }

  Path log() {
    return dataDir.resolve("postgres.log");
  }

  String password() {
    try {
      return Files.readString(passwordFile()).strip();
    } catch (IOException e) {
      throw new PostgresUnavailableException(
          "The password of the database in " + dataDir + " cannot be read: " + passwordFile(), e);
    }
  }

  /** Creates the cluster on first use, under another name until it is whole. */
  void initialise(PostgresBinaries binaries, Account account) {
    if (Files.exists(directory())) {
      return;
    }
    try {
      writePassword(account);
      var staging = dataDir.resolve("cluster.new-" + UUID.randomUUID());
      run(account.command(initdb(binaries, staging)));
      Files.move(staging, directory(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("No database could be created in " + dataDir, e);
    }
  }

  /** Makes a log that its owner alone can read, and puts one aside that has grown large. */
  void prepareLog() {
    try {
      if (Files.exists(log()) && Files.size(log()) > LARGE_LOG_BYTES) {
        Files.move(log(), dataDir.resolve("postgres.log.old"), StandardCopyOption.REPLACE_EXISTING);
      }
      if (!Files.exists(log())) {
        Files.createFile(log(), OWNER_ONLY);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refuseForeignVersion() throws IOException {
    if (!Files.exists(directory())) {
      return;
    }
    var versionFile = directory().resolve("PG_VERSION");
    var version = Files.exists(versionFile) ? Files.readString(versionFile).strip() : "unknown";
    if (!version.equals(PostgresBinaries.MAJOR_VERSION)) {
      throw new PostgresUnavailableException(
          "%s holds a database of PostgreSQL %s, but this is PostgreSQL %s. Nothing was changed; use another data directory, or upgrade it with pg_upgrade."
              .formatted(dataDir, version, PostgresBinaries.MAJOR_VERSION));
    }
  }

  private void writePassword(Account account) throws IOException {
    var secret = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(secret);
    Files.deleteIfExists(passwordFile());
    Files.createFile(passwordFile(), OWNER_ONLY);
    Files.writeString(
        passwordFile(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + "\n");
    if (account.owner().isPresent()) {
      run(List.of("chown", account.owner().get(), passwordFile().toString()));
    }
  }

  private List<String> initdb(PostgresBinaries binaries, Path target) {
    return List.of(
        binaries.program("initdb").toString(),
        "--pgdata=" + target,
        "--username=" + USER,
        "--pwfile=" + passwordFile(),
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8");
  }

  private static void run(List<String> command) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new PostgresUnavailableException(
          "PostgreSQL could not create its data directory: " + output.strip());
    }
  }
}
