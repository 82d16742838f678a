package dev.patchbay.server.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.file.FileTree;
import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A Java process for one order, which it takes as JSON from its standard input, so no list of
 * processes and no file shows it. It leaves its answer as JSON in a file.
 *
 * @param limit how long it may take
 */
public record OrderedJvm(ChildJvm jvm, Duration limit) {
  /** What has become of an order. */
  public sealed interface Told {
    /** It was carried out, or not, as the answer says. */
    record Answered(JsonNode answer) implements Told {}

    /** The process was ended before it was done. */
    record Ended() implements Told {}

    /** The time was over. */
    record TooLate() implements Told {}

    /** Whoever wanted it goes away. */
    record Stopped() implements Told {}
  }

  public boolean isInstalled() {
    return !jvm.classPath().isEmpty();
  }

  /** Makes a folder for files of an order; whoever wants it takes it away. */
  public Path newFolder() throws IOException {
    return jvm.children().newFolder();
  }

  /** Has an order carried out by a process of its own. */
  public Told carryOut(ObjectNode order) throws IOException {
    var work = newFolder();
    try {
      var input = ServerJson.MAPPER.writeValueAsBytes(order);
      var result = work.resolve("result");
      return switch (jvm.run(work, List.of(result.toString()), input, limit)) {
        case STOPPED -> new Told.Stopped();
        case TOO_LATE -> new Told.TooLate();
        case BY_ITSELF ->
            Files.exists(result)
                ? new Told.Answered(ServerJson.MAPPER.readTree(result.toFile()))
                : new Told.Ended();
      };
    } finally {
      FileTree.delete(work);
    }
  }
}
