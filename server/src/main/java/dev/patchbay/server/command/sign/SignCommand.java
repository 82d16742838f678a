package dev.patchbay.server.command.sign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.server.command.HalfFile;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.server.process.ChildProcesses;
import dev.patchbay.server.signature.SignatureAnswer;
import dev.patchbay.server.signature.SignatureProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code patchbay sign}: a PDF with one more signature. The output appears whole or not at all. */
@Command(
    name = "sign",
    description = "Signs a PDF file (PAdES).",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {" 0:signed", " 1:cannot be signed", " 2:not understood"})
public final class SignCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int MOST_SECONDS = 120;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--in", required = true, paramLabel = "A.pdf", description = "What is signed.")
  private @Nullable Path in;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "B.pdf",
      description = "Where the signed file is written.")
  private @Nullable Path out;

  @Mixin private final KeyOptions key = new KeyOptions();

  @Option(
      names = "--level",
      paramLabel = "B|T|LT",
      description = {
        "B: the signature; T: and the time, by an authority; LT: and what later checks need.",
        "T with --tsa, else B, without it."
      })
  private @Nullable Level level;

  @Option(names = "--tsa", paramLabel = "URL", description = "The time-stamp authority (RFC 3161).")
  private @Nullable URI authority;

  @Option(
      names = "--tsa-seconds",
      defaultValue = "30",
      paramLabel = "N",
      description = "How long it may take, 1 to 120; ${DEFAULT-VALUE} without it.")
  private int seconds;

  @Option(
      names = "--trust",
      paramLabel = "PEM",
      description = "Issuers at the ends of chains; for LT, where the chain of the key lacks one.")
  private List<Path> trust = List.of();

  @Option(
      names = "--reason",
      defaultValue = "",
      paramLabel = "TEXT",
      description = "Why it is signed, as readers show it.")
  private String reason = "";

  @Mixin private final MarkOptions mark = new MarkOptions();

  /** How much the signature holds. */
  enum Level {
    B,
    T,
    LT
  }

  @Override
  public Integer call() throws IOException {
    if (seconds < 1 || seconds > MOST_SECONDS) {
      throw new IllegalArgumentException("--tsa-seconds must be 1 to " + MOST_SECONDS);
    }
    try (var half = HalfFile.of(Objects.requireNonNull(out))) {
      return switch (SignatureProcess.withDevices(LIMIT, ChildProcesses.ofCommand())
          .carryOut(order(half))) {
        case SignatureAnswer.Failed(var why, _) -> failed(why);
        case SignatureAnswer.Unfinished(var why) -> failed(why);
        case SignatureAnswer.Busy _ -> failed("it was stopped");
        case SignatureAnswer.Absent(var why) -> failed(why);
        case SignatureAnswer.Done(var answer) -> {
          half.appear();
          var signed = answer.path("signed");
          yield done(signed.path("signer").asText(), signed.path("level").asText());
        }
      };
    }
  }

  private ObjectNode order(HalfFile half) {
    var order = ServerJson.MAPPER.createObjectNode().put("$type", "Sign").put("reason", reason);
    order.put("in", String.valueOf(in)).put("out", half.path().toString());
    order.put("level", level().name());
    order.set("key", key.order());
    if (authority != null) {
      order.putObject("authority").put("url", authority.toString()).put("limit", seconds);
    }
    mark.order().ifPresent(shown -> order.set("mark", shown));
    var files = order.putArray("trust");
    trust.forEach(file -> files.add(file.toString()));
    return order;
  }

  private Level level() {
    if (level != null) {
      return level;
    }
    return authority == null ? Level.B : Level.T;
  }

  private int done(String signer, String achieved) {
    var console = Objects.requireNonNull(spec).commandLine().getOut();
    console.println("sign: signed by " + signer + ", PAdES-BASELINE-" + achieved);
    console.flush();
    return 0;
  }

  private int failed(String why) {
    var err = Objects.requireNonNull(spec).commandLine().getErr();
    err.println("sign: " + why);
    err.flush();
    return 1;
  }
}
