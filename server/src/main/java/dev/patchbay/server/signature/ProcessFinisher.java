package dev.patchbay.server.signature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.file.FileTree;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.server.process.Turnstile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Finishes PDF files by the process for signatures: some at a time, the others wait. */
public final class ProcessFinisher implements PdfFinisher {
  private static final String TYPE = "$type";
  private static final String STAMPS = "stamps";
  private static final String BUSY =
      "too many files are being signed or checked. Try again in a minute.";

  private final SignatureProcess process;
  private final Turnstile turnstile;

  /** By a process, for which others may wait too. */
  public ProcessFinisher(SignatureProcess process, Turnstile turnstile) {
    this.process = process;
    this.turnstile = turnstile;
  }

  /** What takes a folder of its own. */
  @FunctionalInterface
  private interface Work<T> {
    T in(Path folder) throws IOException;
  }

  @Override
  public Finished finish(byte[] pdf, Finishing how) {
    return inFolder(
        folder -> {
          var out = folder.resolve("out.pdf");
          var in = Files.write(folder.resolve("in.pdf"), pdf);
          var order = order(how, folder).put("in", in.toString()).put("out", out.toString());
          return finished(carryOut(order), out);
        });
  }

  private static ObjectNode order(Finishing how, Path folder) throws IOException {
    var order = ServerJson.MAPPER.createObjectNode().put(TYPE, "Stamp");
    if (how.signature().isPresent()) {
      order.setAll(how.signature().get());
      order.put(TYPE, "Sign").putArray("trust");
    }
    if (how.stamps().isPresent()) {
      order.put(STAMPS, written(how.stamps().get(), folder));
    }
    return order;
  }

  private static String written(JsonNode stamps, Path folder) throws IOException {
    var file = folder.resolve("stamps.json");
    return Files.write(file, ServerJson.MAPPER.writeValueAsBytes(stamps)).toString();
  }

  private static Finished finished(SignatureAnswer answer, Path out) throws IOException {
    return switch (answer) {
      case SignatureAnswer.Done _ -> new Finished.Done(Files.readAllBytes(out));
      case SignatureAnswer.Failed(var reason, var about) -> new Finished.Failed(reason, about);
      case SignatureAnswer.Unfinished(var reason) -> new Finished.Unfinished(reason);
      case SignatureAnswer.Busy _ -> new Finished.Busy();
      case SignatureAnswer.Absent(var reason) -> new Finished.Absent(reason);
    };
  }

  @Override
  public Rehearsal rehearse(JsonNode stamps) {
    return inFolder(
        folder -> {
          var order = ServerJson.MAPPER.createObjectNode().put(TYPE, "Stamps");
          return switch (carryOut(order.put(STAMPS, written(stamps, folder)))) {
            case SignatureAnswer.Done _ -> new Rehearsal.Fine();
            case SignatureAnswer.Failed(var reason, _) -> new Rehearsal.Faulty(reason);
            case SignatureAnswer.Unfinished(var reason) -> new Rehearsal.Faulty(reason);
            case SignatureAnswer.Busy _ -> new Rehearsal.Faulty(BUSY);
            case SignatureAnswer.Absent(var reason) -> new Rehearsal.Faulty(reason);
          };
        });
  }

  @Override
  public Opening open(ObjectNode key) {
    var order = ServerJson.MAPPER.createObjectNode().put(TYPE, "Key");
    order.set("key", key);
    return switch (carryOut(order)) {
      case SignatureAnswer.Done(var answer) ->
          new Opening.Opened(
              answer.at("/key/name").asText(), Instant.parse(answer.at("/key/until").asText()));
      case SignatureAnswer.Failed(var reason, _) -> new Opening.Refused(reason);
      case SignatureAnswer.Unfinished(var reason) -> new Opening.Refused(reason);
      case SignatureAnswer.Busy _ -> new Opening.Refused(BUSY);
      case SignatureAnswer.Absent(var reason) -> new Opening.Refused(reason);
    };
  }

  private SignatureAnswer carryOut(ObjectNode order) {
    return turnstile
        .pass(
            () -> {
              try {
                return process.carryOut(order);
              } catch (IOException failure) {
                throw new UncheckedIOException("a PDF cannot be finished", failure);
              }
            })
        .orElseGet(SignatureAnswer.Busy::new);
  }

  private <T> T inFolder(Work<T> work) {
    try {
      var folder = process.newFolder();
      try {
        return work.in(folder);
      } finally {
        FileTree.delete(folder);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("a PDF cannot be finished", failure);
    }
  }
}
