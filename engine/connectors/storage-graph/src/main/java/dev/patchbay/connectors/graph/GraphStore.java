package dev.patchbay.connectors.graph;

import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Overwrite;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.Publisher;
import dev.patchbay.spi.store.Standing;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import dev.patchbay.spi.store.Trial;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Files below a folder of a drive of Microsoft 365. Thread-safe. */
final class GraphStore implements FileStore {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Graph graph;
  private final Items items;
  private final Sessions sessions;
  private final Leftovers leftovers;
  private final Publisher publisher;

  GraphStore(GraphSettings settings, ConnectorContext context) {
    this.clock = context.clock();
    this.graph = new Graph(settings, context);
    this.items = new Items(graph, settings);
    this.sessions = new Sessions(graph, settings);
    this.leftovers = new Leftovers(sessions, clock);
    var uploads = new Uploads(graph, settings, items, sessions, leftovers);
    this.publisher = new Publisher(new GraphShelf(graph, items, uploads));
  }

  @Override
  public List<CheckReport.Step> check() {
    var deadline = Deadline.in(PATIENCE);
    return Trial.upToTheFirstFailure(
        List.of(
            new Trial("sign-in", () -> signIn(deadline)),
            new Trial("folder", () -> folder(deadline)),
            new Trial("write", () -> write(deadline))));
  }

  @Override
  public Publication publish(FileToStore file, Overwrite overwrite, Deadline deadline) {
    return publisher.publish(file, overwrite, deadline);
  }

  @Override
  public Standing find(StorePath path, String sha256, Deadline deadline) {
    return publisher.find(path, sha256, deadline);
  }

  @Override
  public int sweep(Duration age) throws StoreFailure {
    return leftovers.sweep(clock.instant().minus(age), Deadline.in(PATIENCE));
  }

  @Override
  public void close() {
    graph.close();
  }

  private String signIn(Deadline deadline) throws StoreFailure {
    graph.signIn(deadline);
    return "Microsoft accepts the application and its secret.";
  }

  private String folder(Deadline deadline) throws StoreFailure {
    items.demandRoot(deadline);
    return "The folder is there.";
  }

  /** A session that is ended at once leaves nothing. */
  private String write(Deadline deadline) throws StoreFailure {
    var path = StorePath.of("check-" + UUID.randomUUID());
    var session = sessions.begin(path, OnConflict.FAIL, deadline);
    if (session.isPresent()) {
      var _ = sessions.cancel(session.get(), deadline);
    }
    return "Files can be added to the folder, and uploads ended that break off.";
  }
}
