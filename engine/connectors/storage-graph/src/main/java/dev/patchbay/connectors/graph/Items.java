package dev.patchbay.connectors.graph;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.StoreFailure;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at what is below the folder, and makes folders. Names are unique there, in any case. */
record Items(Graph graph, GraphSettings settings) {
  /** Says of a request what it does where something stands already. */
  static final String CONFLICT = "@microsoft.graph.conflictBehavior";

  private static final int NOT_FOUND = 404;
  private static final int TAKEN = 409;

  /** What has a path, empty if nothing has. */
  Optional<Item> look(List<String> names, Deadline deadline) throws StoreFailure {
    var answer =
        graph.ask("graph.item.get", HttpRequest.newBuilder(settings.at(names, "")), deadline);
    if (answer.status() == NOT_FOUND) {
      return Optional.empty();
    }
    if (!answer.ok()) {
      throw Failures.of(answer);
    }
    return Optional.of(Item.of(answer.json()));
  }

  /** Looks whether the folder is there that all begins with. */
  void demandRoot(Deadline deadline) throws StoreFailure {
    if (look(List.of(), deadline).filter(Item::folder).isEmpty()) {
      throw Failures.noFolder();
    }
  }

  /** Makes these folders where they are missing. */
  void make(List<String> names, Deadline deadline) throws StoreFailure {
    if (names.isEmpty() || isFolder(names, deadline)) {
      return;
    }
    for (int depth = 1; depth <= names.size(); depth++) {
      make(names.subList(0, depth - 1), names.get(depth - 1), deadline);
    }
  }

  private void make(List<String> parent, String name, Deadline deadline) throws StoreFailure {
    var folder = JsonNodeFactory.instance.objectNode().put("name", name).put(CONFLICT, "fail");
    folder.putObject("folder");
    var request =
        HttpRequest.newBuilder(settings.at(parent, "/children"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(folder.toString()));
    var answer = graph.ask("graph.folder.create", request, deadline);
    if (answer.status() == TAKEN) {
      demandFolder(parent, name, deadline);
    } else if (!answer.ok()) {
      throw Failures.of(answer);
    }
  }

  private void demandFolder(List<String> parent, String name, Deadline deadline)
      throws StoreFailure {
    var names = new ArrayList<>(parent);
    names.add(name);
    if (!isFolder(names, deadline)) {
      throw StoreFailure.rejected(
          "is-file", "'" + name + "' is a file and no folder. Name the folder otherwise.");
    }
  }

  private boolean isFolder(List<String> names, Deadline deadline) throws StoreFailure {
    return look(names, deadline).filter(Item::folder).isPresent();
  }
}
