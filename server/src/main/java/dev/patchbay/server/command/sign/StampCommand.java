package dev.patchbay.server.command.sign;

import dev.patchbay.server.command.HalfFile;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.server.process.ChildProcesses;
import dev.patchbay.server.signature.SignatureAnswer;
import dev.patchbay.server.signature.SignatureProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code patchbay stamp}: a PDF with stamps. The output appears whole or not at all. */
@Command(
    name = "stamp",
    description = "Stamps a PDF file: texts, pictures, QR codes, page numbers, watermarks.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {" 0:stamped", " 1:cannot be stamped", " 2:not understood"})
public final class StampCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--in", required = true, paramLabel = "A.pdf", description = "What is stamped.")
  private @Nullable Path in;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "B.pdf",
      description = "Where the stamped file is written.")
  private @Nullable Path out;

  @Option(
      names = "--stamps",
      required = true,
      paramLabel = "STAMPS.json",
      description = "The list of stamps; pictures that it names stand beside it or below.")
  private @Nullable Path stamps;

  @Override
  public Integer call() throws IOException {
    try (var half = HalfFile.of(Objects.requireNonNull(out))) {
      var order = ServerJson.MAPPER.createObjectNode().put("$type", "Stamp");
      order.put("in", String.valueOf(in)).put("out", half.path().toString());
      order.put("stamps", String.valueOf(stamps));
      return switch (SignatureProcess.installed(LIMIT, ChildProcesses.ofCommand())
          .carryOut(order)) {
        case SignatureAnswer.Failed(var why, _) -> failed(why);
        case SignatureAnswer.Unfinished(var why) -> failed(why);
        case SignatureAnswer.Busy _ -> failed("it was stopped");
        case SignatureAnswer.Absent(var why) -> failed(why);
        case SignatureAnswer.Done(var answer) -> {
          half.appear();
          yield done(answer.path("stamped").asInt());
        }
      };
    }
  }

  private int done(int pages) {
    var console = Objects.requireNonNull(spec).commandLine().getOut();
    console.println("stamp: pages that were stamped: " + pages);
    console.flush();
    return 0;
  }

  private int failed(String why) {
    var err = Objects.requireNonNull(spec).commandLine().getErr();
    err.println("stamp: " + why);
    err.flush();
    return 1;
  }
}
