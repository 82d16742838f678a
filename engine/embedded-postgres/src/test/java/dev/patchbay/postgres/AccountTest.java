package dev.patchbay.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountTest {
  private static final Path PROGRAM = Path.of("/bin/sh");
  private static final Account BROKEN = new Account(List.of("no-such-command"), Optional.empty());
  private static final Account ROOT = new Account(List.of("env"), Optional.empty());
  @TempDir Path dataDir;

  @Test
  void rootRunsAsSomebodyElse() throws IOException {
    assumeTrue(ProcessTable.runsAsRoot(), "Skipped: this test needs root");

    var account = Account.ableToRun(PROGRAM, dataDir);

    assertThat(account.prefix()).isNotEmpty();
    var id = new ProcessBuilder(account.command(List.of("id", "-u"))).start();
    assertThat(id.inputReader().readLine()).isNotEqualTo("0");
  }

  @Test
  void nobodyThenOwnsTheDataDirectory() throws IOException {
    assumeTrue(ProcessTable.runsAsRoot(), "Skipped: this test needs root");

    var account = Account.forRoot(List.of(Account.NOBODY), PROGRAM, dataDir);

    assertThat(account).isEqualTo(Account.NOBODY);
    assertThat(Files.getAttribute(dataDir, "unix:uid")).isEqualTo(65_534);
  }

  @Test
  void skipsWhatDoesNotWork() {
    assumeTrue(ProcessTable.runsAsRoot(), "Skipped: this test needs root");

    var account = Account.forRoot(List.of(BROKEN, ROOT, Account.NOBODY), PROGRAM, dataDir);

    assertThat(account).isEqualTo(Account.NOBODY);
  }

  @Test
  void saysWhatToDoWhenNothingWorks() {
    assertThatThrownBy(() -> Account.forRoot(List.of(BROKEN), PROGRAM, dataDir))
        .isInstanceOf(PostgresUnavailableException.class)
        .hasMessageContaining("refuses to run as root")
        .hasMessageContaining("Start as an ordinary user");
  }
}
