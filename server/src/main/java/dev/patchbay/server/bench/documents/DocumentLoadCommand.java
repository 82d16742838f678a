package dev.patchbay.server.bench.documents;

import dev.patchbay.documents.json.JsonProblem;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.spi.store.Sha256;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code patchbay document-load}: fills in one template again and again, for the bench. */
@Command(
    name = "document-load",
    description = "Fills in a Word template many times and tells what it took.",
    hidden = true,
    mixinStandardHelpOptions = true)
public final class DocumentLoadCommand implements Callable<Integer> {
  private static final int THOUSAND = 1_000;

  @Parameters(index = "0", description = "Documents that are measured, after as many others.")
  private int documents;

  @Parameters(index = "1", description = "Thousands of documents that follow.")
  private int thousands;

  @Parameters(index = "2", description = "The template.")
  private @Nullable Path template;

  @Parameters(index = "3", description = "The data.")
  private @Nullable Path data;

  @Parameters(index = "4", description = "Where it tells what it took.")
  private @Nullable Path result;

  @Override
  public Integer call() throws IOException, JsonProblem {
    var letters = Letters.of(Objects.requireNonNull(template), Objects.requireNonNull(data));
    letters.fill(documents);
    double before = cpuSeconds();
    letters.fill(documents);
    double took = cpuSeconds() - before;
    var load = new DocumentLoad(documents, took, Sha256.of(letters.fillFor("r-0")), heaps(letters));
    ServerJson.MAPPER.writeValue(Objects.requireNonNull(result).toFile(), load);
    return 0;
  }

  private static double cpuSeconds() {
    var used = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    return used.toMillis() / 1e3;
  }

  private List<Long> heaps(Letters letters) {
    var memory = ManagementFactory.getMemoryMXBean();
    var heaps = new ArrayList<Long>();
    for (int i = 0; i < thousands; i++) {
      letters.fill(THOUSAND);
      memory.gc();
      heaps.add(memory.getHeapMemoryUsage().getUsed());
    }
    return heaps;
  }
}
