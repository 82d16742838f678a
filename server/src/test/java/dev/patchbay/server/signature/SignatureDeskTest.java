package dev.patchbay.server.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.process.ChildJvm;
import dev.patchbay.server.process.ChildProcesses;
import dev.patchbay.server.process.Turnstile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the server says where it cannot check signatures. */
class SignatureDeskTest {
  private static final SignatureProcess NONE =
      SignatureProcess.of(
          "", ChildJvm.Environment.BARE, Duration.ofSeconds(1), ChildProcesses.ofCommand());

  private static final Path FILE = Path.of("a.pdf");

  @Test
  void saysThatThereIsNoProcess() {
    assertThat(desk(List.of()).verify(FILE))
        .hasValue(
            new VerificationAnswer.Absent(
                "signatures are not part of this installation (patchbay.signatures.path names no"
                    + " class path)"));
  }

  @Test
  void saysThatItsTrustedIssuersCannotBeRead() {
    assertThat(desk(List.of(Path.of("missing.pem"))).verify(FILE))
        .hasValue(
            new VerificationAnswer.Absent(
                "patchbay.signatures.trust names a file that cannot be read"));
  }

  private static SignatureDesk desk(List<Path> trust) {
    return new SignatureDesk(
        new SignatureVerifier(NONE, trust, false), new Turnstile(1, Duration.ZERO));
  }
}
