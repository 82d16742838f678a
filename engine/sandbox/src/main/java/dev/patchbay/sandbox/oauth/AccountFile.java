package dev.patchbay.sandbox.oauth;

import dev.patchbay.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Key files on disk: readable by their owner only, replaced in one step. */
public final class AccountFile {

  private AccountFile() {}

  /** The account kept in a directory; a new one on first use, the same ever after. */
  public static Account in(Path directory) {
    Path file = directory.resolve("account.json");
    if (Files.exists(file)) {
      try {
        return Account.read(Json.read(Files.readAllBytes(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Account account = Account.create();
    write(file, Json.text(account.toKeyFile(URI.create("http://127.0.0.1"))));
    return account;
  }

  public static void write(Path file, String text) {
    try {
      Path directory = file.toAbsolutePath().resolveSibling(".").normalize();
      Files.createDirectories(directory);
      Path draft = privateFile(directory);
      Files.writeString(draft, text);
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path privateFile(Path directory) throws IOException {
    boolean posix = Files.getFileStore(directory).supportsFileAttributeView("posix");
    return posix
        ? Files.createTempFile(
            directory,
            ".key",
            null,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
        : Files.createTempFile(directory, ".key", null);
  }
}
