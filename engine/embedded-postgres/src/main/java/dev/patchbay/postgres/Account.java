package dev.patchbay.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The account that PostgreSQL runs under. It refuses to be root; for root it is started in a user
 * namespace of its own (files stay root's), or else as {@code nobody}, who then owns the data.
 *
 * @param prefix command that changes the account and then becomes the command after it
 * @param owner who must own the data directory, empty for whoever started this process
 */
record Account(List<String> prefix, Optional<String> owner) {
  private static final Account SELF = new Account(List.of(), Optional.empty());
  private static final Account NAMESPACE =
      new Account(List.of("unshare", "--user", "--"), Optional.empty());
  static final Account NOBODY =
      new Account(
          List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"),
          Optional.of("65534:65534"));

  Account {
    prefix = List.copyOf(prefix);
  }

  static Account ableToRun(Path program, Path dataDir) {
    return ProcessTable.runsAsRoot() ? forRoot(List.of(NAMESPACE, NOBODY), program, dataDir) : SELF;
  }

  static Account forRoot(List<Account> candidates, Path program, Path dataDir) {
    return candidates.stream()
        .filter(account -> account.works(program, dataDir))
        .findFirst()
        .orElseThrow(
            () ->
                new PostgresUnavailableException(
                    "PostgreSQL refuses to run as root, and neither a user namespace nor the"
                        + " account 'nobody' can read "
                        + program
                        + " and write "
                        + dataDir
                        + ". Start as an ordinary user, or choose directories open to 'nobody'."));
  }

  List<String> command(List<String> command) {
    var all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }

  private boolean works(Path program, Path dataDir) {
    var test = "[ \"$(id -u)\" != 0 ] && [ -x \"$1\" ] && [ -w \"$2\" ]";
    return owner
            .map(name -> succeeds(List.of("chown", "-R", name, dataDir.toString())))
            .orElse(true)
        && succeeds(
            command(List.of("sh", "-c", test, "sh", program.toString(), dataDir.toString())));
  }

  private static boolean succeeds(List<String> command) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
