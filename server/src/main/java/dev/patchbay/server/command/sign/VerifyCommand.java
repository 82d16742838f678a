package dev.patchbay.server.command.sign;

import dev.patchbay.model.signature.Verdict;
import dev.patchbay.model.signature.Verification;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.server.process.ChildProcesses;
import dev.patchbay.server.signature.SignatureProcess;
import dev.patchbay.server.signature.SignatureVerifier;
import dev.patchbay.server.signature.VerificationAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code patchbay verify}: what the signatures of a PDF are worth. */
@Command(
    name = "verify",
    description = "Says what the signatures of a PDF file are worth.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      " 0:all signatures are valid",
      " 1:one is not, or it cannot be said, or there is none",
      " 2:cannot be read, or not understood"
    })
public final class VerifyCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int UNREADABLE = 2;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "A.pdf", description = "The file.")
  private @Nullable Path file;

  @Option(
      names = "--trust",
      paramLabel = "PEM",
      description = "Issuers that are trusted. Without them, no signature is valid.")
  private List<Path> trust = List.of();

  @Option(
      names = "--online",
      description = "Asks authorities that certificates name whether these were revoked.")
  private boolean online;

  @Option(names = "--json", description = "One JSON object for programs.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    var process = SignatureProcess.installed(LIMIT, ChildProcesses.ofCommand());
    var verifier = new SignatureVerifier(process, trust, online);
    return switch (verifier.verify(Objects.requireNonNull(file))) {
      case VerificationAnswer.Unreadable(var reason) -> unreadable(reason);
      case VerificationAnswer.Absent(var reason) -> unreadable(reason);
      case VerificationAnswer.Verified(var found) -> report(found);
    };
  }

  private int report(Verification found) throws IOException {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    if (json) {
      out.println(ServerJson.MAPPER.writeValueAsString(found));
    } else {
      VerificationText.lines(found).forEach(out::println);
    }
    out.flush();
    return found.verdict() == Verdict.VALID ? 0 : 1;
  }

  private int unreadable(String reason) {
    var err = Objects.requireNonNull(spec).commandLine().getErr();
    err.println("verify: " + reason);
    err.flush();
    return UNREADABLE;
  }
}
