package dev.patchbay.sandbox.oauth;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The account of a sandbox, made or read when it is first needed: an RSA key costs a good part of a
 * start, and many who start a sandbox bring a token of their own. Safe for any thread.
 */
public final class Accounts {

  private final Optional<Path> directory;
  private @Nullable Account account;

  /** The account is kept in a directory; without one it lives as long as this. */
  public Accounts(Optional<Path> directory) {
    this.directory = directory;
  }

  public synchronized Account get() {
    if (account == null) {
      account = directory.map(AccountFile::in).orElseGet(Account::create);
    }
    return account;
  }
}
