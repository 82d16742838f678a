package dev.patchbay.connectors.graph;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;

/**
 * The calls of an <a
 * href="https://learn.microsoft.com/graph/api/driveitem-createuploadsession">upload session</a>.
 */
record Sessions(Graph graph, GraphSettings settings) {
  private static final int TAKEN = 409;
  private static final int ACCEPTED = 202;

  /** Begins one; its address, empty if the name is taken, by a file or by another session. */
  Optional<String> begin(StorePath path, OnConflict onConflict, Deadline deadline)
      throws StoreFailure {
    var body = JsonNodeFactory.instance.objectNode();
    body.putObject("item").put(Items.CONFLICT, onConflict.word());
    var request =
        HttpRequest.newBuilder(settings.at(path.segments(), "/createUploadSession"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()));
    var answer = graph.ask("graph.upload.begin", request, deadline);
    if (answer.status() == TAKEN) {
      return Optional.empty();
    }
    if (!answer.ok()) {
      throw Failures.of(answer);
    }
    return Optional.of(Graph.handedOut(answer.json().path("uploadUrl").asText("")).toString());
  }

  /** Sends a part; whether it was taken: false if another file has come to the place. */
  boolean send(String session, Part part, Deadline deadline) throws StoreFailure {
    var request =
        HttpRequest.newBuilder(Graph.handedOut(session))
            .header("Content-Range", part.range())
            .PUT(part.body());
    try {
      return taken(graph.sendBare("graph.upload.part", request, deadline), part);
    } catch (IOException lost) {
      throw part.last() ? Failures.ofPlacing(lost) : Failures.of(lost);
    }
  }

  /** Whether a session was ended so that its file never stands there; false if it was over. */
  boolean cancel(String session, Deadline deadline) throws StoreFailure {
    var request = HttpRequest.newBuilder(Graph.handedOut(session)).DELETE();
    try {
      return graph.sendBare("graph.upload.cancel", request, deadline).ok();
    } catch (IOException lost) {
      throw Failures.of(lost);
    }
  }

  private static boolean taken(Answer answer, Part part) throws StoreFailure {
    return switch (answer.status()) {
      case 200, 201 -> true;
      case ACCEPTED -> demandAll(answer, part);
      case TAKEN -> false;
      case 401, 403, 404, 410, 416 ->
          throw StoreFailure.retryable("upload-gone", "Microsoft ended the upload.");
      default -> throw part.last() ? Failures.ofPlacing(answer) : Failures.of(answer);
    };
  }

  private static boolean demandAll(Answer answer, Part part) throws StoreFailure {
    var next = answer.json().path("nextExpectedRanges").path(0).asText("");
    if (part.last() || !next.startsWith(part.next())) {
      throw StoreFailure.retryable("cut-short", "Microsoft kept less than was sent.");
    }
    return true;
  }
}
