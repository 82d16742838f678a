package dev.patchbay.connectors.webdav;

import dev.patchbay.connectors.webdav.Moving.Overwriting;
import dev.patchbay.spi.CheckReport.Step;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.Trial;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/** Tries what publishing needs; ends with the first step that fails. */
final class Check {
  private final Folders folders;
  private final Workshop workshop;
  private final Moving moving;
  private final Deadline deadline;
  private final List<URI> parts = new ArrayList<>();

  Check(Folders folders, Workshop workshop, Moving moving, Deadline deadline) {
    this.folders = folders;
    this.workshop = workshop;
    this.moving = moving;
    this.deadline = deadline;
  }

  List<Step> steps() {
    var steps =
        Trial.upToTheFirstFailure(
            List.of(
                new Trial("reach", this::reach),
                new Trial("write", this::write),
                new Trial("move", this::move)));
    parts.forEach(part -> workshop.discard(part, deadline));
    return steps;
  }

  private String reach() throws StoreFailure {
    folders.demandFolder(deadline);
    return "The server takes the credential, and the folder is there.";
  }

  private String write() throws StoreFailure {
    for (int count = 0; count < 2; count++) {
      var part = workshop.part(deadline);
      parts.add(part);
      int status =
          folders.status(HttpRequest.newBuilder(part).PUT(BodyPublishers.noBody()), deadline);
      if (status >= 300) {
        throw Failures.of(status);
      }
    }
    return "The folder can be written to.";
  }

  private String move() throws StoreFailure {
    if (moving.move(parts.getFirst(), parts.getLast(), Overwriting.F, deadline)) {
      return "The server replaces files though it is told not to. The hub looks first; of two that"
          + " add the same name in the same moment the later one wins.";
    }
    if (!moving.move(parts.getFirst(), parts.getLast(), Overwriting.T, deadline)) {
      throw StoreFailure.target("not-replaced", "The server does not replace a file by another.");
    }
    return "Files are moved to their place, and onto another only where that is meant.";
  }
}
